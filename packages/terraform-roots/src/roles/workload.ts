import type { Cluster, Service } from '@bizflow/config';
import { bucketArns } from '../arns.ts';
import { keyArn } from '../calls/security.ts';
import { type Statement, via } from './statement.ts';

/** A service encrypts with the application's key, and keeps objects in its region's buckets if it reaches them. */
export const workload = (cluster: Cluster, { reaches }: Service): readonly Statement[] => [
  ...(reaches.includes('bucket') ? objects(cluster) : []),
  {
    sid: 'ApplicationKey',
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
    resources: [keyArn('application')],
  },
];

const objects = (cluster: Cluster): readonly Statement[] => {
  const buckets = bucketArns(cluster);
  return [
    { sid: 'List', actions: ['s3:ListBucket'], resources: buckets },
    {
      sid: 'Objects',
      actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      resources: buckets.map((bucket) => `${bucket}/*`),
    },
    {
      sid: 'ObjectKey',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [keyArn('storage')],
      condition: via(cluster, 's3'),
    },
  ];
};
