import { freeze } from '@bizflow/kernel';
import type { EnvironmentName } from '../environments/environments.ts';

/** A time in which nothing is released by itself; a person may still sync by hand. */
export interface Freeze {
  readonly name: string;
  readonly environments: readonly EnvironmentName[];
  /** Cron expression of its start (Argo CD, "Sync Windows"). */
  readonly schedule: string;
  readonly durationHours: number;
  readonly timeZone: string;
}

/** The freeze calendar. It is no approval: that is the merge, and the gate of the rollout. */
export const freezes: readonly Freeze[] = freeze([
  {
    name: 'year-end',
    environments: ['production'],
    schedule: '0 0 20 12 *',
    durationHours: 336,
    timeZone: 'Asia/Kolkata',
  },
]);
