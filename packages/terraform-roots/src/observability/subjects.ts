import { type Cluster, clustersOf, type Fleet, runsServices } from '@bizflow/config';
import type { AlarmSubject } from '@bizflow/config/alarms';
import type { MetricFact } from '@bizflow/config/metrics';
import { bucketName, completionRule, redisNodes, replicationRule } from '@bizflow/config/names';
import { backedUp, copiesOf, isRegional } from '../calls/backed-up.ts';

/** What CloudWatch knows something by: dimension names and values. */
export type Dimensions = Readonly<Record<string, string>>;

/** One thing there is an alarm of: what its name adds to the alarm's, and what it is known by. */
export interface Subject {
  readonly name: string | null;
  /** More than one where several nodes make one thing. */
  readonly known: readonly Dimensions[];
}

/** The values of a metric's own dimensions, of all that is known of a subject. */
export const dimensionsOf = ({ dimensions }: MetricFact, known: Dimensions): Dimensions =>
  Object.fromEntries(dimensions.map((dimension) => [dimension, known[dimension] ?? '']));

/** What an application's metrics are known by; an error rate reads the failures among them. */
export const ofService = (name: string): Dimensions => ({
  'service.name': name,
  outcome: 'failure',
});

// Where none runs yet, or none any more, an alarm of it would only say so.
const running = (cluster: Cluster, { services }: Fleet): Fleet['services'] =>
  runsServices(cluster) ? services : [];

/** Everything of a kind in a cluster's place; certificates are known only to Terraform. */
export function subjectsOf(kind: AlarmSubject, cluster: Cluster, fleet: Fleet): readonly Subject[] {
  const { database, redis } = cluster.region;
  switch (kind) {
    case 'service':
      return running(cluster, fleet).map(service);
    case 'public service':
      return running(cluster, fleet)
        .filter(({ exposure }) => exposure !== null)
        .map(service);
    case 'database':
      return [alone({ DBInstanceIdentifier: database.identifier })];
    case 'replica':
      return database.role === 'replica'
        ? [alone({ DBInstanceIdentifier: database.identifier })]
        : [];
    case 'redis':
      return [{ name: null, known: redisNodes(redis).map((node) => ({ CacheClusterId: node })) }];
    case 'bucket copy':
      return copiesTo(cluster, fleet);
    case 'primary database':
    case 'regional database':
      return tierOf(cluster, fleet) === kind
        ? [alone({ DBInstanceIdentifier: database.identifier })]
        : [];
    case 'backup':
      return backedUp(cluster, fleet).map(({ name }) => completed(cluster, 'backed-up', name));
    case 'backup copy':
      return backedUp(cluster, fleet)
        .flatMap(copiesOf)
        .map(({ name }) => completed(cluster, 'copied', name));
    case 'certificate':
      return [];
  }
}

const service = ({ name }: { readonly name: string }): Subject => ({
  name,
  known: [ofService(name)],
});

const completed = (cluster: Cluster, done: 'backed-up' | 'copied', name: string): Subject => ({
  name,
  known: [{ RuleName: completionRule(cluster, done, name) }],
});

/** A writer's tier; a replica has none. */
const tierOf = (cluster: Cluster, fleet: Fleet): AlarmSubject | null => {
  if (cluster.region.database.role === 'replica') return null;
  return isRegional(cluster, fleet) ? 'regional database' : 'primary database';
};

const alone = (known: Dimensions): Subject => ({ name: null, known: [known] });

// S3 publishes at the destination (S3 user guide, "Using S3 Replication metrics").
const copiesTo = (target: Cluster, fleet: Fleet): readonly Subject[] =>
  clustersOf(target.environment, fleet).flatMap((source) =>
    source.region.buckets
      .filter(({ replicatesTo }) => replicatesTo === target.region.id)
      .map((bucket) => ({
        name: source.region.id,
        known: [
          {
            SourceBucket: bucketName(source, bucket),
            DestinationBucket: bucketName(target, bucket),
            RuleId: replicationRule(target.region.id),
          },
        ],
      })),
  );
