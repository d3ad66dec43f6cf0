import type { Cluster } from '@bizflow/config';
import { stepTimeouts } from '@bizflow/config/recovery';
import { promoted } from '../conditions.ts';
import type { Step } from '../runbook.ts';
import { answer, longCommand } from '../shell.ts';

/** The standby's database becomes a writer. */
export const promote = (standby: Cluster): Step => ({
  title: 'Promote the read replica',
  why: 'From now on it accepts writes; it never replicates from the old writer again.',
  commands: [
    longCommand('run aws rds promote-read-replica', {
      region: standby.region.id,
      'db-instance-identifier': standby.region.database.identifier,
      'backup-retention-period': `${standby.region.database.backupDays}`,
    }),
  ],
  condition: promoted(standby, standby.region.database.identifier),
  timeoutSeconds: stepTimeouts.promotion,
});

/** The shell function that says where the promoted database answers. */
export const promotedEndpoint = ({ region }: Cluster): string => `promoted_endpoint() {
  ${longCommand('aws rds describe-db-instances', {
    region: region.id,
    'db-instance-identifier': region.database.identifier,
    query: 'DBInstances[0].Endpoint.Address',
    output: 'text',
  }).replaceAll('\n', '\n  ')}
}`;

/** The standby's Redis becomes the primary of its Global Datastore. */
// AWS adds a prefix to the id of a datastore (ElastiCache API, GlobalReplicationGroupIdSuffix).
export const failOverRedis = ({ region }: Cluster): Step => {
  const suffix = region.redis.global?.id ?? '';
  const find = (query: string) =>
    answer(
      'aws elasticache describe-global-replication-groups',
      `GlobalReplicationGroups[?ends_with(GlobalReplicationGroupId, '${suffix}')].${query} | [0]`,
      { region: region.id, 'show-member-info': null },
    );
  const datastore = find('GlobalReplicationGroupId');
  return {
    title: 'Fail over the Redis Global Datastore',
    why: 'The secondary accepts writes; sessions and queues that were not yet replicated are lost.',
    commands: [
      longCommand('run aws elasticache failover-global-replication-group', {
        region: region.id,
        'global-replication-group-id': { shell: datastore },
        'primary-region': region.id,
        'primary-replication-group-id': region.redis.identifier,
      }),
    ],
    condition: {
      name: 'redis_is_primary',
      // A pipe, because a filter behind a filter looks at the lists of members and not at members.
      test: `[ ${find(`Members[] | [?ReplicationGroupId == '${region.redis.identifier}'].Role`)} = PRIMARY ]`,
    },
    timeoutSeconds: stepTimeouts.redisFailover,
  };
};

/** The shell function that says where the new primary answers. */
export const redisEndpoint = ({ region }: Cluster): string => `redis_endpoint() {
  ${longCommand('aws elasticache describe-replication-groups', {
    region: region.id,
    'replication-group-id': region.redis.identifier,
    query: 'ReplicationGroups[0].NodeGroups[0].PrimaryEndpoint.Address',
    output: 'text',
  }).replaceAll('\n', '\n  ')}
}`;
