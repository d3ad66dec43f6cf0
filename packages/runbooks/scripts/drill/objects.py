"""Before and after the loss of a bucket, in the emulator (stdin: the facts; argument: seed or survey)."""

import json
import sys

import boto3

facts = json.load(sys.stdin)
region, bucket = facts["place"]["region"], facts["place"]["bucket"]


def client(service):
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=facts["endpoint"],
        aws_access_key_id="drill",
        aws_secret_access_key="drill",
    )


s3, sns, sqs = client("s3"), client("sns"), client("sqs")

if sys.argv[1] == "seed":
    topic = sns.create_topic(Name=facts["topic"])["TopicArn"]
    queue = sqs.create_queue(QueueName="stakeholders")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)
    if not facts["isLost"]:
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": region})
        s3.put_object(Bucket=bucket, Key="own", Body="still here")
else:
    found = s3.list_objects_v2(Bucket=bucket).get("Contents", [])
    messages, url = [], sqs.get_queue_url(QueueName="stakeholders")["QueueUrl"]
    while page := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=0).get("Messages"):
        for message in page:
            messages.append(json.loads(message["Body"])["Message"])
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    objects = {one["Key"]: s3.get_object(Bucket=bucket, Key=one["Key"])["Body"].read().decode() for one in found}
    json.dump({"objects": objects, "messages": messages}, sys.stdout)
