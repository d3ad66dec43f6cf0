import { freeze } from '@bizflow/kernel';
import type { EnvironmentName } from '../environments/environments.ts';

/** A time without automatic releases; a person may still sync by hand. */
export interface Freeze {
  readonly name: string;
  readonly environments: readonly EnvironmentName[];
  /** Cron expression of its start (Argo CD, "Sync Windows"). */
  readonly schedule: string;
  readonly durationHours: number;
  readonly timeZone: string;
}

/** The freeze calendar. It is not an approval: that is the merge, and the indefinite pause of the Rollout. */
export const freezes: readonly Freeze[] = freeze([
  {
    name: 'year-end',
    environments: ['production'],
    schedule: '0 0 20 12 *',
    durationHours: 336,
    timeZone: 'Asia/Kolkata',
  },
]);
