import type { Cluster, Fleet } from '@bizflow/config';
import { bucketName } from '@bizflow/config/names';
import type { BucketFacts } from '@bizflow/region-catalog';
import { bucketArn } from '../arns.ts';
import { clusterIn } from '../neighbours.ts';
import type { ModuleCall } from '../root-file.ts';
import { keyArn } from './security.ts';

/** The region's buckets; objects leave it only where the catalog sends them. */
export const s3 = (cluster: Cluster, fleet: Fleet): ModuleCall => ({
  module: 's3',
  inputs: {
    name: cluster.name,
    buckets: Object.fromEntries(
      cluster.region.buckets.map((bucket) => [
        bucketName(cluster, bucket),
        {
          purpose: bucket.purpose,
          storage_class: bucket.storageClass,
          replica: replicaOf(cluster, fleet, bucket),
        },
      ]),
    ),
    kms_key_arn: keyArn('storage'),
  },
});

// Both names are derived here as on the other side, so that no state of another region is read.
const replicaOf = (cluster: Cluster, fleet: Fleet, bucket: BucketFacts) => {
  const target = clusterIn(cluster, fleet, bucket.replicatesTo);
  return target === undefined
    ? null
    : {
        bucket_arn: bucketArn(target, bucket),
        key_alias: target.region.keys.storage.alias,
        region: target.region.id,
      };
};
