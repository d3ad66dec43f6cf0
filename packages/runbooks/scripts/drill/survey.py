"""Prints the state of the emulator after a run, as JSON (stdin: the facts)."""

import json
import sys

from emulator import client, facts, heard_in

standby = facts["standby"]
secrets = client("secretsmanager", standby["region"])
route53 = client("route53", "us-east-1")
replica = client("rds", standby["region"]).describe_db_instances(
    DBInstanceIdentifier=standby["database"]
)["DBInstances"][0]
zone = route53.list_hosted_zones()["HostedZones"][0]["Id"]
records = route53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]

json.dump(
    {
        "endpoint": replica["Endpoint"]["Address"],
        "backupDays": replica["BackupRetentionPeriod"],
        "database": secrets.get_secret_value(SecretId=facts["secrets"]["database"])["SecretString"],
        "redis": secrets.get_secret_value(SecretId=facts["secrets"]["redis"])["SecretString"],
        "dns": [
            record["ResourceRecords"][0]["Value"]
            for record in records
            if record.get("SetIdentifier") == "primary"
        ],
        "messages": heard_in(standby["region"]),
    },
    sys.stdout,
)
