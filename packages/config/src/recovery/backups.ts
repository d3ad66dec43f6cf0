import { freeze } from '@bizflow/kernel';

/**
 * When AWS Backup copies RDS and S3 (cron, UTC; AWS Backup has no time zones), each once a day.
 * The document gives no hour: it is night in India, Singapore, the Gulf and Britain at once, and the
 * tiers start one after the other. Restoring to a point in time is RDS's own, and needs none of this.
 */
export const backupSchedules = freeze({
  critical: 'cron(0 20 * * ? *)',
  high: 'cron(0 20 * * ? *)',
  standard: 'cron(0 21 * * ? *)',
  low: 'cron(0 22 * * ? *)',
});

/** A tier of the document's "RPO/RTO Targets", by the first word of its name. */
export type BackupTier = keyof typeof backupSchedules;

/** Regions without Amazon Macie (botocore, endpoints.json of macie2). */
export const regionsWithoutMacie: readonly string[] = freeze(['me-central-1']);
