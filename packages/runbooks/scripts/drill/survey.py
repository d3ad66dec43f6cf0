"""Prints the state of the emulator after a run, as JSON (stdin: the facts)."""

import json
import sys

import boto3

facts = json.load(sys.stdin)


def client(service, region):
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=facts["endpoint"],
        aws_access_key_id="drill",
        aws_secret_access_key="drill",
    )


standby = facts["standby"]
secrets = client("secretsmanager", standby["region"])
route53 = client("route53", "us-east-1")
sqs = client("sqs", standby["region"])
replica = client("rds", standby["region"]).describe_db_instances(
    DBInstanceIdentifier=standby["database"]
)["DBInstances"][0]
zone = route53.list_hosted_zones()["HostedZones"][0]["Id"]
records = route53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
messages, url = [], sqs.get_queue_url(QueueName="stakeholders")["QueueUrl"]
while found := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=0).get("Messages"):
    for message in found:
        messages.append(json.loads(message["Body"])["Message"])
        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])

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
        "messages": messages,
    },
    sys.stdout,
)
