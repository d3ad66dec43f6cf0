import type { Cluster, Service } from '@bizflow/config';
import { bucketName } from '@bizflow/config/names';
import { keyArn } from '../calls/security.ts';
import { type Statement, via } from './statement.ts';

/** A service encrypts with the application's key, and keeps objects in its region's buckets if it reaches them. */
export const workload = (cluster: Cluster, { reaches }: Service): readonly Statement[] => [
  ...(reaches.includes('bucket') ? objects(cluster) : []),
  {
    sid: 'ApplicationKey',
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
    resources: [keyArn('application')],
    condition: {},
  },
];

const objects = (cluster: Cluster): readonly Statement[] => {
  const buckets = cluster.region.buckets.map(
    (bucket) => `arn:aws:s3:::${bucketName(cluster, bucket)}`,
  );
  return [
    { sid: 'List', actions: ['s3:ListBucket'], resources: buckets, condition: {} },
    {
      sid: 'Objects',
      actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      resources: buckets.map((bucket) => `${bucket}/*`),
      condition: {},
    },
    {
      sid: 'ObjectKey',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [keyArn('storage')],
      condition: via(cluster, 's3'),
    },
  ];
};
