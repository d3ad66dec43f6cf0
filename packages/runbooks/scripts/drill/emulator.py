"""What the other scripts of this folder share: the facts (stdin), and clients of the emulator."""

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


def stakeholders_of(region):
    """Those who must hear of the loss: a topic, and a queue in which its messages wait."""
    topic = client("sns", region).create_topic(Name=facts["topic"])["TopicArn"]
    sqs = client("sqs", region)
    queue = sqs.create_queue(QueueName="stakeholders")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    client("sns", region).subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)


def heard_in(region):
    """What they have heard since this was last asked."""
    sqs = client("sqs", region)
    messages, url = [], sqs.get_queue_url(QueueName="stakeholders")["QueueUrl"]
    while found := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=0).get("Messages"):
        for message in found:
            messages.append(json.loads(message["Body"])["Message"])
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    return messages
