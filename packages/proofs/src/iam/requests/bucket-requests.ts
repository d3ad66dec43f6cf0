import { asText, ofType, type Plan, type Resource } from '@bizflow/terraform-plan';
import type { Context } from '../conditions.ts';
import { statementsOf } from '../policy.ts';
import { type Requests, type Row, requestsOf, stranger } from './request.ts';

const header = 's3:x-amz-server-side-encryption';
const ownKey = (policy: string): string | undefined =>
  statementsOf(policy)
    .flatMap(({ conditions }) => conditions)
    .find(
      ([operator, key]) => operator === 'StringNotEquals' && key === `${header}-aws-kms-key-id`,
    )?.[2][0];

/** What S3 puts into the context of a PutObject for each way to call it (S3 user guide, "Policy keys"). */
const puts = (key: string): readonly (readonly [what: string, opens: boolean, Context])[] => [
  ['a plain PutObject', true, {}],
  [
    'a PutObject under the own key',
    true,
    { [header]: 'aws:kms', [`${header}-aws-kms-key-id`]: key },
  ],
  ['under another key', false, { [header]: 'aws:kms', [`${header}-aws-kms-key-id`]: `${key}x` }],
  ["under AWS's own key", false, { [header]: 'aws:kms' }],
  ['by S3 without KMS', false, { [header]: 'AES256' }],
  ["under the caller's key", false, { [`${header}-customer-algorithm`]: 'AES256' }],
  ['without TLS', false, { 'aws:SecureTransport': 'false' }],
];

/** A bucket of data takes an object under its own key, asked for or not, and under no other. */
const ofData = ({ values, place }: Resource, policy: string): readonly Row[] =>
  puts(ownKey(policy) ?? '').map(([what, opens, more]) => [
    what,
    opens,
    { account: place.account },
    { action: 's3:PutObject', resource: `arn:aws:s3:::${asText(values.bucket ?? '')}/a`, more },
  ]);

const ofAudit = (plan: Plan, { values, place: { account, region } }: Resource): readonly Row[] => {
  const bucket = `arn:aws:s3:::${asText(values.bucket ?? '')}`;
  const [trail] = ofType(plan, 'aws_cloudtrail');
  const arn = (of: string) =>
    `arn:aws:cloudtrail:${region}:${of}:trail/${asText(trail?.values.name ?? '')}`;
  const write = (service: string, from: string, opens: boolean): Row => [
    `${service} writes for ${from === account ? 'this account' : 'another account'}`,
    opens,
    { service },
    {
      action: 's3:PutObject',
      resource: `${bucket}/${service}/AWSLogs/${account}/a`,
      more: {
        's3:x-amz-acl': 'bucket-owner-full-control',
        'aws:SourceAccount': from,
        'aws:SourceArn':
          service === 'cloudtrail' ? arn(from) : `arn:aws:config:${region}:${from}:x`,
      },
    },
  ];
  const look = (service: string): Row => [
    `${service} looks at the bucket`,
    true,
    { service },
    {
      ...{ action: 's3:GetBucketAcl', resource: bucket },
      more: { 'aws:SourceAccount': account, 'aws:SourceArn': arn(account) },
    },
  ];
  return ['cloudtrail', 'config'].flatMap((service) => [
    look(service),
    write(service, account, true),
    write(service, stranger, false),
  ]);
};

const readsWithoutTls = ({ values, place }: Resource): Row => [
  'an auditor reads without TLS',
  false,
  { account: place.account },
  {
    ...{ action: 's3:GetObject', resource: `arn:aws:s3:::${asText(values.bucket ?? '')}/a` },
    more: { 'aws:SecureTransport': 'false' },
  },
];

/** What is stored in each bucket, and how it must not be. */
export const bucketRequests: Requests = (plan) =>
  ofType(plan, 'aws_s3_bucket_policy').flatMap((one) => {
    const policy = asText(one.values.policy ?? '{}');
    const at = `${plan.root} ${one.address}`;
    return one.folder === 'modules/s3'
      ? requestsOf(at, policy, ofData(one, policy), true)
      : [
          ...requestsOf(at, policy, ofAudit(plan, one)),
          ...requestsOf(at, policy, [readsWithoutTls(one)], true),
        ];
  });
