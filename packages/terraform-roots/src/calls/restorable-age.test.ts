import { spawnSync } from 'node:child_process';
import { metrics } from '@bizflow/config/metrics';
import { motoMissing, startMoto } from '@bizflow/testing/moto';
import { repository } from '@bizflow/testing/repository';
import { skips } from '@bizflow/testing/tools';
import { expect, it } from 'vitest';

const missing = motoMissing();

// The script of the Automation document itself, against an emulator of RDS and CloudWatch.
const play = `
import importlib.util, json, boto3
spec = importlib.util.spec_from_file_location("age", "terraform/modules/rds/restorable-age.py")
age = importlib.util.module_from_spec(spec)
spec.loader.exec_module(age)
boto3.client("rds").create_db_instance(DBInstanceIdentifier="one", DBInstanceClass="db.r6g.large",
    Engine="postgres", AllocatedStorage=20, MasterUsername="owner", MasterUserPassword="for-the-test")
told = age.measure({"instance": "one", "namespace": "${metrics.restorableAge.namespace}", "metric": "${metrics.restorableAge.name}"})
found = boto3.client("cloudwatch").list_metrics(Namespace="${metrics.restorableAge.namespace}")["Metrics"]
print(json.dumps({"seconds": told["seconds"], "metrics": [[one["MetricName"], one["Dimensions"]] for one in found]}))
`;

it.skipIf(skips('moto', 'the script that measures the restorable time', missing || undefined))(
  'measures the age of the latest restorable time under the name that the alarm reads',
  async () => {
    const aws = await startMoto('111122223333');
    try {
      const { stdout, stderr } = spawnSync('python3', ['-c', play], {
        cwd: repository,
        encoding: 'utf8',
        env: {
          ...process.env,
          AWS_ENDPOINT_URL: aws.endpoint,
          AWS_DEFAULT_REGION: 'us-east-1',
          AWS_ACCESS_KEY_ID: 'test',
          AWS_SECRET_ACCESS_KEY: 'test',
          AWS_EC2_METADATA_DISABLED: 'true',
        },
      });
      expect(stderr).toBe('');
      const { seconds, metrics: sent } = JSON.parse(stdout);
      expect(Math.abs(seconds)).toBeLessThan(3600);
      expect(sent).toEqual([
        [metrics.restorableAge.name, [{ Name: metrics.restorableAge.dimensions[0], Value: 'one' }]],
      ]);
    } finally {
      await aws.stop();
    }
  },
);
