"""How far the latest restorable time of an instance is behind: RDS has no metric of it."""

from datetime import datetime, timezone

import boto3


def measure(events, _context=None):
    found = boto3.client("rds").describe_db_instances(DBInstanceIdentifier=events["instance"])
    # Without backups there is no such time: the run fails, nothing is measured, and the alarm takes that as beyond.
    latest = found["DBInstances"][0]["LatestRestorableTime"]
    age = (datetime.now(timezone.utc) - latest).total_seconds()
    boto3.client("cloudwatch").put_metric_data(
        Namespace=events["namespace"],
        MetricData=[
            {
                "MetricName": events["metric"],
                "Dimensions": [{"Name": "DBInstanceIdentifier", "Value": events["instance"]}],
                "Unit": "Seconds",
                "Value": max(age, 0),
            }
        ],
    )
    return {"seconds": age}
