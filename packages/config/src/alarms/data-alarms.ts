import { recoveryTiers } from '../recovery/recovery-tiers.ts';
import type { AlarmPolicy } from './alarm.ts';

const { primaryDatabase, objects } = recoveryTiers;

/** "Database CPU > 80% (10 min) -> PagerDuty". */
export const databaseCpu: AlarmPolicy = {
  name: 'database-cpu',
  severity: 'critical',
  of: 'database',
  reads: { cpu: { metric: 'databaseCpu', stat: 'Average' } },
  expression: 'cpu',
  compare: 'above',
  threshold: 80,
  unit: '%',
  periodSeconds: 60,
  windowMinutes: 10,
  missing: 'breaching',
  missingBecause:
    'RDS reports every minute, also without load: ten minutes without data mean that the instance is lost.',
  says: 'Database CPU',
  first:
    'Find the SQL statement that uses the CPU in Database Insights; terminate it, or choose a larger instance class in packages/region-catalog/src/regions/.',
};

/** "Redis memory > 80% -> PagerDuty"; the document gives no window. */
export const redisMemory: AlarmPolicy = {
  name: 'redis-memory',
  severity: 'critical',
  of: 'redis',
  reads: { node: { metric: 'redisMemory', stat: 'Maximum' } },
  expression: 'MAX(METRICS())',
  compare: 'above',
  threshold: 80,
  unit: '%',
  periodSeconds: 60,
  windowMinutes: 5,
  missing: 'breaching',
  missingBecause:
    'One node without data may be a replacement; no data from any node means that the cache is lost.',
  says: 'Redis memory of the fullest node',
  first:
    'Find the keys that grow, with `MEMORY USAGE` on a replica; or choose a larger node type, the same in all regions of a Global Datastore.',
};

/** "Critical (Primary DB): RPO 15 min". */
export const replicaLag: AlarmPolicy = {
  name: 'replica-lag',
  severity: 'critical',
  keeps: ['primaryDatabase'],
  of: 'replica',
  reads: { lag: { metric: 'replicaLag', stat: 'Maximum' } },
  // PostgreSQL's -1 says that replication stopped: as bad as a day behind.
  expression: 'IF(lag < 0, 86400, lag)',
  compare: 'above',
  threshold: 60 * primaryDatabase.rpoMinutes,
  unit: 's',
  periodSeconds: 60,
  windowMinutes: 5,
  missing: 'breaching',
  missingBecause:
    'Without data the lag is unknown and may exceed the RPO. It does not depend on traffic.',
  says: `Lag of the database replica, whose RPO is ${primaryDatabase.rpoMinutes} min,`,
  first:
    'Check long transactions on the writer and the I/O of the replica. Until the lag falls, a failover loses more data than the RPO allows.',
};

/** "Standard (S3 Data): RPO 24 hours"; half of it leaves time to act. */
export const replicationLatency: AlarmPolicy = {
  name: 'replication-latency',
  severity: 'warning',
  keeps: ['objects'],
  of: 'bucket copy',
  reads: { latency: { metric: 'replicationLatency', stat: 'Maximum' } },
  expression: 'latency',
  compare: 'above',
  threshold: (60 * objects.rpoMinutes) / 2,
  unit: 's',
  periodSeconds: 300,
  windowMinutes: 15,
  missing: 'notBreaching',
  missingBecause: 'S3 reports no latency while no object waits for replication.',
  says: `Latency of the bucket copy, whose RPO is ${objects.rpoMinutes / 60} h,`,
  first:
    'Check the failed replications in S3: usually a role or a KMS key of the destination has changed.',
};
