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
  missingBecause: 'RDS reports every minute, idle or not: ten silent minutes are a lost instance.',
  says: 'Database CPU',
  first:
    'Open Database Insights for the statement that takes the CPU; end it, or raise the instance class on the fact sheet.',
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
  missingBecause: 'One node may be replaced unseen; that all are silent is a lost cache.',
  says: 'Redis memory of the fullest node',
  first:
    'Find the growing keys with `MEMORY USAGE` on a replica; raise the node type, equal in all regions of a Global Datastore.',
};

/** "Critical (Primary DB): RPO 15 min". */
export const replicaLag: AlarmPolicy = {
  name: 'replica-lag',
  severity: 'critical',
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
  missingBecause: 'A lag that nobody knows may be beyond the RPO; traffic has no part in it.',
  says: `Lag of the database replica, whose RPO is ${primaryDatabase.rpoMinutes} min,`,
  first:
    "Look at long transactions of the writer and at the replica's I/O; until it falls, a failover loses more than the RPO.",
};

/** "Standard (S3 Data): RPO 24 hours"; half of it leaves time to act. */
export const replicationLatency: AlarmPolicy = {
  name: 'replication-latency',
  severity: 'warning',
  of: 'bucket copy',
  reads: { latency: { metric: 'replicationLatency', stat: 'Maximum' } },
  expression: 'latency',
  compare: 'above',
  threshold: (60 * objects.rpoMinutes) / 2,
  unit: 's',
  periodSeconds: 300,
  windowMinutes: 15,
  missing: 'notBreaching',
  missingBecause: 'S3 has no latency to report while no object waits.',
  says: `Latency of the bucket copy, whose RPO is ${objects.rpoMinutes / 60} h,`,
  first: "Look at S3's failed replications: a role or a key of the destination has changed.",
};

/** "Low (Logs/Analytics): Daily backups", which every vault takes. */
export const backupAge: AlarmPolicy = {
  name: 'backup-age',
  severity: 'warning',
  of: 'backup vault',
  reads: { completed: { metric: 'backups', stat: 'Sum' } },
  expression: 'completed',
  compare: 'below',
  threshold: 1,
  unit: 'backup',
  periodSeconds: 86_400,
  windowMinutes: 1440,
  missing: 'breaching',
  missingBecause: 'AWS Backup reports only jobs that ran: no report is no backup.',
  says: 'Backups completed',
  first: 'Look at the failed jobs of the vault, and start one by hand.',
};
