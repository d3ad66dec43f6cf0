import type { Region } from '@bizflow/region-catalog';

/** How many days a copy of the data can be restored. Objects are kept as long as the region's database. */
export const backupDays = {
  /** "Backup Retention: 35 days" is on each region's sheet: `packages/region-catalog/src/regions/`. */
  database: ({ database }: Pick<Region, 'database'>): number => database.backupDays,
  /** Daily snapshots of Redis; its content can be rebuilt from the database. */
  redis: 7,
} as const;
