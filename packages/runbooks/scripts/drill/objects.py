"""Before and after the loss of a bucket, in the emulator (stdin: the facts; argument: seed or survey)."""

import json
import sys

from emulator import client, facts, heard_in, stakeholders_of

region, bucket = facts["place"]["region"], facts["place"]["bucket"]
s3 = client("s3", region)

if sys.argv[1] == "seed":
    stakeholders_of(region)
    if not facts["isLost"]:
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": region})
        s3.put_object(Bucket=bucket, Key="own", Body="still here")
else:
    found = s3.list_objects_v2(Bucket=bucket).get("Contents", [])
    objects = {one["Key"]: s3.get_object(Bucket=bucket, Key=one["Key"])["Body"].read().decode() for one in found}
    json.dump({"objects": objects, "messages": heard_in(region)}, sys.stdout)
