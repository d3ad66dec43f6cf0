import { expect, it } from 'vitest';
import { actionOf } from './action-of.ts';
import { callRules } from './call-rules.ts';
import { callsIn } from './calls-in.ts';

const entry = (fields: string, body = ''): string =>
  `2026-01-01T00:00:00.000Z [DEBUG] provider.terraform-provider-aws_v5.100.0_x5: ${fields}${body}\n`;
const signed = (service: string): string =>
  `http.request.header.authorization="AWS4-HMAC-SHA256 Credential=a/20260101/xx-east-1/${service}/aws4_request, Signature=*****"`;

/** As the provider writes it: fields are before and after the body, and a response repeats them. */
const log = [
  entry(
    `HTTP Request Sent: ${signed('logs')} rpc.method=CreateLogGroup rpc.service="CloudWatch Logs"`,
    '\n  http.request.body=\n  | {"tags":{"x":"tf_resource_type=aws_other rpc.method=Other"}}\n   tf_rpc=ApplyResourceChange tf_resource_type=aws_cloudwatch_log_group',
  ),
  entry(
    `HTTP Request Sent: tf_data_source_type=aws_subnet rpc.method=DescribeSubnets ${signed('ec2')}`,
  ),
  entry(
    `HTTP Request Sent: tf_data_source_type=aws_subnet rpc.method=DescribeSubnets ${signed('ec2')}`,
  ),
  entry(
    `HTTP Response Received: tf_data_source_type=aws_subnet rpc.method=DescribeVpcs ${signed('ec2')}`,
  ),
  entry('setting endpoint: rpc.method=DescribeVpcs tf_resource_type=aws_vpc'),
].join('');

const call = (type: string, signedFor: string, operation: string, applies = false) => ({
  ...{ type, signedFor, operation, applies },
});

it('reads each call of a log once, with its fields on either side of a body', () => {
  expect(callsIn(log)).toEqual([
    call('aws_cloudwatch_log_group', 'logs', 'CreateLogGroup', true),
    call('aws_subnet', 'ec2', 'DescribeSubnets'),
  ]);
  expect(callsIn('')).toEqual([]);
});

it.each([
  ['ec2', 'CreateVpc', 'ec2:CreateVpc'],
  ['monitoring', 'PutMetricAlarm', 'cloudwatch:PutMetricAlarm'],
  ['s3', 'HeadBucket', 's3:ListBucket'],
  ['s3', 'PutBucketEncryption', 's3:PutEncryptionConfiguration'],
])('asks IAM for %s %s as %s', (signedFor, operation, action) => {
  expect(actionOf(call('aws_x', signedFor, operation))).toBe(action);
});

it('lets a plan read and an apply write, by the row of the type', () => {
  const reads = call('aws_vpc', 'ec2', 'DescribeVpcs');
  const itself = call('', 'sts', 'GetCallerIdentity');
  expect(callRules('x', [reads, itself, call('aws_vpc', 'ec2', 'CreateVpc', true)])).toEqual([]);
  const planned = callRules('x', [call('aws_vpc', 'ec2', 'CreateVpc')]);
  expect(planned.map(({ value }) => value)).toEqual(['ec2:CreateVpc']);
});

it.each([
  ['a call that the row of its type lacks', call('aws_vpc', 'ec2', 'DescribeRegions')],
  ['a call that only another type may make', call('aws_vpc', 'ec2', 'CreateSubnet')],
  ['a type without a row', call('aws_lambda_function', 'lambda', 'GetFunction')],
  ['a call for the provider itself', call('', 'iam', 'GetUser')],
])('tells %s, with root, type and action', (_, one) => {
  expect(callRules('environments/x', [{ ...one, applies: true }])).toEqual([
    expect.objectContaining({
      code: 'CALL_NOT_ALLOWED',
      at: `environments/x ${one.type}`,
      value: `${one.signedFor}:${one.operation}`,
    }),
  ]);
});
