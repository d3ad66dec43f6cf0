import { freeze } from '@bizflow/kernel';

/** A tier of the document's "RPO/RTO Targets", by the first word of its name. */
export type BackupTier = 'critical' | 'high' | 'standard' | 'low';

/**
 * The hours (UTC) at which AWS Backup begins to copy each tier; it has no time zones. Twice a day, because "daily"
 * cannot keep an RPO of 24 hours: a backup becomes as old as its interval, plus the time that the next one takes. Of
 * databases these are the copies that survive the instance; replication and RDS's own backups keep their RPO.
 */
export const backupHours = freeze({
  critical: [11, 23],
  high: [11, 23],
  standard: [9, 21],
  low: [10, 22],
} as const satisfies Record<BackupTier, readonly number[]>);

/** Minutes within which a job must begin, and then end, or AWS Backup gives it up. */
export const backupLimits = freeze({ begin: 60, end: 480 });

/**
 * When RDS makes its automated backup each day, and when AWS may restart an instance each week (UTC). AWS Backup's
 * jobs fail when they begin in either window or within an hour before it (AWS Backup developer guide, "AWS Backup
 * metrics with Amazon CloudWatch", NumberOfBackupJobsFailed).
 */
export const databaseWindows = freeze({
  backup: '20:00-21:00',
  maintenance: 'sat:21:30-sat:22:30',
});

/** AWS Backup's own expression for {@link backupHours}. */
export const backupSchedule = (hours: readonly number[]): string =>
  `cron(0 ${hours.join(',')} * * ? *)`;

/** The longest time between two beginnings, in hours: the hours repeat each day, in whatever order they are written. */
export const backupInterval = (hours: readonly number[]): number => {
  const sorted = hours.toSorted((one, other) => one - other);
  return Math.max(
    ...sorted.map((hour, index) => (sorted[index + 1] ?? (sorted[0] ?? hour) + 24) - hour),
  );
};

/** When AWS Backup and RDS copy the data, and how long that may take. */
export interface Backups {
  readonly hours: Readonly<Record<BackupTier, readonly number[]>>;
  readonly limits: { readonly begin: number; readonly end: number };
  readonly windows: { readonly backup: string; readonly maintenance: string };
}

/** The three facts above, as the fleet has them. */
export const backups: Backups = freeze({
  hours: backupHours,
  limits: backupLimits,
  windows: databaseWindows,
});

/** Minutes that a tier's newest complete copy may be behind, when each job takes as long as it may. */
export const longestBackupAge =
  ({ hours, limits }: Backups) =>
  (tier: BackupTier): number =>
    60 * backupInterval(hours[tier]) + limits.begin + limits.end;

/** Regions without Amazon Macie (botocore, endpoints.json of macie2). */
export const regionsWithoutMacie: readonly string[] = freeze(['me-central-1']);
