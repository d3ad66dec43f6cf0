import type { Region } from '@bizflow/region-catalog';

/** How many days a copy of the data can be restored. */
export const backupDays = {
  /** "Backup Retention: 35 days", on the fact sheet of each region. */
  database: ({ database }: Pick<Region, 'database'>): number => database.backupDays,
  /** Daily snapshots of Redis; its content can be rebuilt from the database. */
  redis: 7,
} as const;
