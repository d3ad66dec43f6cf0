import { freeze } from '@bizflow/kernel';
import type { Region } from '@bizflow/region-catalog';

/** How much may be lost and how long it may take, for one class of data. */
export interface RecoveryTier {
  /** The document's name of the tier. */
  readonly name: string;
  /** Recovery point objective: the last minutes of data that may be lost. */
  readonly rpoMinutes: number;
  /** Recovery time objective: minutes until the data serves again. */
  readonly rtoMinutes: number;
  readonly strategy: string;
}

const hours = (count: number): number => count * 60;

/** The document's "RPO/RTO Targets", tier by tier. */
export const recoveryTiers = freeze({
  primaryDatabase: {
    name: 'Critical (Primary DB)',
    rpoMinutes: 15,
    rtoMinutes: hours(1),
    strategy: 'Cross-region async replication',
  },
  regionalDatabase: {
    name: 'High (Regional DB)',
    rpoMinutes: hours(1),
    rtoMinutes: hours(4),
    strategy: 'Automated snapshots',
  },
  objects: {
    name: 'Standard (S3 Data)',
    rpoMinutes: hours(24),
    rtoMinutes: hours(8),
    strategy: 'Cross-region replication',
  },
  logs: {
    name: 'Low (Logs/Analytics)',
    rpoMinutes: hours(24),
    rtoMinutes: hours(24),
    strategy: 'Daily backups',
  },
} as const satisfies Record<string, RecoveryTier>);

/** A tier as facts name it. */
export type TierKey = keyof typeof recoveryTiers;

/** The SNS topic of each region that says a recovery has begun or ended. */
export const recoveryTopic = 'dr-notifications';

/** The tier of a region's own data among its environment's: `null` where it is a copy of another's. */
export const databaseTier = (region: Region, peers: readonly Region[]): RecoveryTier | null => {
  if (region.database.role === 'replica') return null;
  const copied = peers.some(({ database }) => database.source === region.id);
  return copied ? recoveryTiers.primaryDatabase : recoveryTiers.regionalDatabase;
};
