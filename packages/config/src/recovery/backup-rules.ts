import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import { longestBackupAge } from './backups.ts';

/** Backups begin when AWS lets them, and often enough for the promise that they keep. */
export const backupRules = ({ backups, recoveryTiers }: Fleet): readonly Problem[] => [
  ...Object.entries(backups.windows).flatMap(([name, window]) =>
    (['critical', 'high'] as const).flatMap((tier) =>
      backups.hours[tier].filter(isHour).flatMap((hour) =>
        unless(!meets(hour * 60, backups.limits.begin, window), {
          code: 'BACKUP_WINDOW',
          at: `backupHours.${tier}`,
          value: hour,
          reason: `begins in the ${name} window of the databases, ${window}, or within an hour before it, and then fails`,
          remedy: `choose an hour at least ${backups.limits.begin + 60} minutes before the window, or after it`,
        }),
      ),
    ),
  ),
  ...(['standard', 'low'] as const).flatMap((tier) => {
    if (!backups.hours[tier].every(isHour)) return [];
    const promised = recoveryTiers[promises[tier]]?.rpoMinutes ?? 0;
    const age = longestBackupAge(backups);
    return unless(age(tier) <= promised, {
      code: 'BACKUP_RPO',
      at: `backupHours.${tier}`,
      value: backups.hours[tier].join(', '),
      reason: `lets a copy become ${age(tier)} minutes old, beyond the RPO of ${promised} minutes`,
      remedy: 'begin more often',
    });
  }),
];

/** The tiers whose RPO rests on AWS Backup alone, in a region without a replica. */
const promises = { standard: 'objects', low: 'logs' } as const;

const isHour = (hour: number): boolean => hour >= 0 && hour < 24;

const day = 24 * 60;
const clock = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(':').slice(-2).map(Number);
  return hours * 60 + minutes;
};

/** Whether a job that begins in these minutes may fall into the window, or into the hour before it. */
const meets = (begin: number, minutes: number, window: string): boolean => {
  const [from = '', until = ''] = window.split('-');
  const start = clock(from) - 60;
  const length = (clock(until) - start + day) % day;
  const after = (begin - start + day) % day;
  return after <= length || after + minutes >= day;
};
