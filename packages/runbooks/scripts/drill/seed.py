"""Creates the fleet's data layer in the emulator, as before the loss (stdin: the facts)."""

from emulator import client, facts, stakeholders_of

lost, standby = facts["lost"], facts["standby"]

database = dict(Engine="postgres", MasterUsername="owner", MasterUserPassword="for-the-drill")
primary = client("rds", lost["region"]).create_db_instance(
    DBInstanceIdentifier=lost["database"],
    DBInstanceClass=lost["instance"],
    AllocatedStorage=lost["storageGb"],
    BackupRetentionPeriod=35,
    **database,
)["DBInstance"]
client("rds", standby["region"]).create_db_instance_read_replica(
    DBInstanceIdentifier=standby["database"],
    SourceDBInstanceIdentifier=primary["DBInstanceArn"],
    DBInstanceClass=standby["instance"],
)
client("elasticache", standby["region"]).create_replication_group(
    ReplicationGroupId=standby["redis"],
    ReplicationGroupDescription="secondary",
    Engine="redis",
    NumCacheClusters=2,
    AutomaticFailoverEnabled=True,
)
secrets = client("secretsmanager", standby["region"])
secrets.create_secret(
    Name=facts["secrets"]["database"],
    SecretString=f"postgresql://api:p%40ss@{primary['Endpoint']['Address']}:5432/bizflow?sslmode=require",
)
secrets.create_secret(
    Name=facts["secrets"]["redis"], SecretString="rediss://:token@primary.india.example:6379"
)

client("eks", standby["region"]).create_cluster(
    name=facts["cluster"],
    roleArn=f"arn:aws:iam::{facts['account']}:role/{facts['cluster']}",
    resourcesVpcConfig={"subnetIds": [], "securityGroupIds": []},
)

route53 = client("route53", "us-east-1")
zone = route53.create_hosted_zone(Name=facts["zone"], CallerReference="drill")["HostedZone"]["Id"]
check = {}
for place in (lost, standby):
    check[place["region"]] = route53.create_health_check(
        CallerReference=place["region"],
        HealthCheckConfig={"Type": "HTTPS", "FullyQualifiedDomainName": place["host"], "Port": 443},
    )["HealthCheck"]["Id"]
route53.change_resource_record_sets(
    HostedZoneId=zone,
    ChangeBatch={
        "Changes": [
            {
                "Action": "CREATE",
                "ResourceRecordSet": {
                    "Name": facts["steering"],
                    "Type": "CNAME",
                    "TTL": 60,
                    "SetIdentifier": role.lower(),
                    "Failover": role,
                    "HealthCheckId": check[place["region"]],
                    "ResourceRecords": [{"Value": place["host"]}],
                },
            }
            for role, place in (("PRIMARY", lost), ("SECONDARY", standby))
        ]
    },
)

stakeholders_of(standby["region"])

# The loss itself: the instance is there and takes no connections.
if facts["isLost"]:
    client("rds", lost["region"]).stop_db_instance(DBInstanceIdentifier=lost["database"])
