"""Plays the calls of AWS Backup that moto lacks (stdin: the facts; prints its port).

ListRecoveryPointsByResource, StartRestoreJob and DescribeRestoreJob. A request is answered only if botocore's own
model has its path and accepts its parameters. A restore puts the objects of a recovery point into the bucket, and
leaves alone what is already there, as AWS Backup does.
"""

import json
import re
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

import boto3
import botocore.session
from botocore.validate import ParamValidator

facts = json.loads(sys.stdin.readline())
region, bucket = facts["place"]["region"], facts["place"]["bucket"]
model = botocore.session.get_session().get_service_model("backup")
keys = {"aws_access_key_id": "drill", "aws_secret_access_key": "drill"}
s3 = boto3.client("s3", region_name=region, endpoint_url=facts["endpoint"], **keys)
points = {point["RecoveryPointArn"]: point for point in facts["points"]}
jobs = {}


def matched(method, path):
    """The operation of the model that has this path, with the values in it."""
    for name in model.operation_names:
        operation = model.operation_model(name)
        pattern = re.sub(r"\\{(\w+)\+?\\}", r"(?P<\1>[^/]+)", re.escape(operation.http["requestUri"].split("?")[0]))
        found = re.fullmatch(pattern, path)
        if operation.http["method"] == method and found:
            return operation, {key: unquote(value) for key, value in found.groupdict().items()}
    raise ValueError(f"AWS Backup has no {method} {path}")


def parameters(operation, in_path, in_query, in_body):
    """The call's parameters by the names of the model, after the model has accepted them."""
    given = {"uri": in_path, "querystring": in_query, None: in_body}
    known = {}
    for name, shape in operation.input_shape.members.items():
        where = given[shape.serialization.get("location")]
        key = shape.serialization.get("name", name)
        if key in where:
            value = where.pop(key)
            known[name] = int(value) if shape.type_name in ("integer", "long") else value
    left = [key for values in given.values() for key in values]
    if left:
        raise ValueError(f"{operation.name} knows no {left}")
    report = ParamValidator().validate(known, operation.input_shape)
    if report.has_errors():
        raise ValueError(report.generate_report())
    return known


def list_recovery_points_by_resource(ResourceArn, **_):
    fields = ("RecoveryPointArn", "CreationDate", "Status")
    found = [point for point in points.values() if point["ResourceArn"] == ResourceArn]
    return {"RecoveryPoints": [{field: point[field] for field in fields} for point in found]}


def start_restore_job(RecoveryPointArn, Metadata, IamRoleArn, ResourceType, **_):
    if ResourceType != "S3" or IamRoleArn != facts["place"]["role"]:
        raise ValueError(f"{IamRoleArn} restores no {ResourceType} here")
    if set(Metadata) != {"DestinationBucketName", "NewBucket", "EncryptionType"} or Metadata["NewBucket"] != "false":
        raise ValueError(f"metadata of another restore: {Metadata}")
    s3.head_bucket(Bucket=Metadata["DestinationBucketName"])
    job = f"restore-{len(jobs) + 1}"
    jobs[job] = {"point": points[RecoveryPointArn], "into": Metadata["DestinationBucketName"], "asked": 0}
    return {"RestoreJobId": job}


def describe_restore_job(RestoreJobId, **_):
    job = jobs[RestoreJobId]
    job["asked"] += 1
    if job["asked"] < 3:
        return {"RestoreJobId": RestoreJobId, "Status": "RUNNING"}
    there = {one["Key"] for one in s3.list_objects_v2(Bucket=job["into"]).get("Contents", [])}
    for key, body in job["point"]["objects"].items():
        if key not in there:
            s3.put_object(Bucket=job["into"], Key=key, Body=body)
    return {"RestoreJobId": RestoreJobId, "Status": "COMPLETED", "CompletionDate": time.time()}


answers = {
    "ListRecoveryPointsByResource": list_recovery_points_by_resource,
    "StartRestoreJob": start_restore_job,
    "DescribeRestoreJob": describe_restore_job,
}


class Vault(BaseHTTPRequestHandler):
    def answer(self):
        url = urlsplit(self.path)
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            operation, in_path = matched(self.command, url.path)
            body = json.loads(text) if text else {}
            status, reply = 200, answers[operation.name](
                **parameters(operation, in_path, dict(parse_qsl(url.query)), body)
            )
        except Exception as error:  # whatever the request made wrong is told to the caller
            status, reply = 400, {"__type": "InvalidParameterValueException", "message": str(error)}
        sent = json.dumps(reply).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    do_GET = do_PUT = do_POST = answer

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Vault)
print(server.server_port, flush=True)
server.serve_forever()
