import type { Cluster } from '@bizflow/config';
import { bucketName } from '@bizflow/config/names';
import type { BucketFacts } from '@bizflow/region-catalog';

// By name: a state of another region is never read, and what it names may be down or yet to be made.

/** The ARN of a cluster's database. */
export const databaseArn = ({ account, region }: Cluster): string =>
  `arn:aws:rds:${region.id}:${account}:db:${region.database.identifier}`;

/** The ARN of one of its buckets. */
export const bucketArn = (cluster: Cluster, bucket: BucketFacts): string =>
  `arn:aws:s3:::${bucketName(cluster, bucket)}`;

/** The ARNs of all of them. */
export const bucketArns = (cluster: Cluster): readonly string[] =>
  cluster.region.buckets.map((bucket) => bucketArn(cluster, bucket));
