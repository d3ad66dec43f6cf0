import { backupHours, backups, longestBackupAge } from '../recovery/backups.ts';
import { recoveryTiers, type TierKey } from '../recovery/recovery-tiers.ts';
import type { AlarmPolicy, AlarmSubject } from './alarm.ts';

/** RDS restores to a point in time; the newest such point must stay within the RPO of the database's tier. */
const restorableAge = (
  of: Extract<AlarmSubject, 'primary database' | 'regional database'>,
  tier: Extract<TierKey, 'primaryDatabase' | 'regionalDatabase'>,
): AlarmPolicy => {
  // A tier that is not there is named by the type of `keeps`.
  const rpoMinutes = recoveryTiers[tier]?.rpoMinutes;
  return {
    name: `${of.replace(' ', '-')}-restorable-age`,
    severity: 'critical',
    keeps: [tier],
    of,
    reads: { age: { metric: 'restorableAge', stat: 'Maximum' } },
    expression: 'age',
    compare: 'above',
    threshold: 60 * rpoMinutes,
    unit: 's',
    periodSeconds: 300,
    windowMinutes: 10,
    missing: 'breaching',
    missingBecause:
      'It is measured every 5 minutes, also without load: without data it is unknown to which time a restore would lead.',
    says: `Age of the latest restorable time of a database, whose RPO is ${rpoMinutes} min,`,
    first:
      'Compare LatestRestorableTime of the instance with the clock. If it is recent, look at the executions of the Automation document; if not, RDS does not back up its transaction logs: ask AWS Support at once.',
  };
};

/** "Critical (Primary DB): RPO 15 min", where the instance is lost and not its region. */
export const primaryRestorableAge = restorableAge('primary database', 'primaryDatabase');

/** "High (Regional DB): RPO 1 hour, automated snapshots". */
export const regionalRestorableAge = restorableAge('regional database', 'regionalDatabase');

const longest = Math.max(
  ...Object.keys(backupHours).map((tier) =>
    longestBackupAge(backups)(tier as keyof typeof backupHours),
  ),
);

const completions = {
  severity: 'warning',
  reads: { completed: { metric: 'completions', stat: 'Sum' } },
  expression: 'FILL(completed, 0)',
  compare: 'below',
  threshold: 1,
  unit: 'backup',
  periodSeconds: 3600,
  missing: 'breaching',
} as const;

/** "Standard (S3 Data)" and "Low (Logs/Analytics): RPO 24 hours", of each resource that is backed up. */
export const backupAge: AlarmPolicy = {
  ...completions,
  name: 'backup-age',
  keeps: ['objects', 'logs'],
  of: 'backup',
  windowMinutes: longest,
  missingBecause:
    'EventBridge counts the backups of this resource that AWS Backup completed, so no data means none.',
  says: 'Completed backups',
  first:
    "Check the jobs of the resource in AWS Backup, then start a backup by hand; the document's RPO ends a few hours later.",
};

/** The copies of backups in another region, each after its backup. */
export const backupCopyAge: AlarmPolicy = {
  ...completions,
  name: 'backup-copy-age',
  of: 'backup copy',
  windowMinutes: 1440,
  missingBecause:
    'EventBridge counts the backups of this resource that AWS Backup copied to the other region, so no data means none.',
  says: 'Copied backups',
  first:
    'Check the copy jobs of the resource in AWS Backup: usually the policy, the lock or the key of the other vault refuses them.',
};
