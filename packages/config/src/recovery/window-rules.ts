import { type Problem, unless } from '@bizflow/kernel';
import { databaseWindows } from './backups.ts';

/** Least minutes of either window (RDS API, `PreferredBackupWindow` and `PreferredMaintenanceWindow`). */
const leastMinutes = 30;

const day = 24 * 60;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** RDS takes both windows: one of each day, one of each week, half an hour at least, and never at the same time. */
export const windowRules = ({
  backup,
  maintenance,
}: {
  readonly backup: string;
  readonly maintenance: string;
} = databaseWindows): readonly Problem[] => {
  const [daily, weekly] = [span(backup), span(maintenance)];
  return [
    ...form('backup', backup, /^\d\d:\d\d-\d\d:\d\d$/, 'of each day, such as 20:00-21:00'),
    ...form(
      'maintenance',
      maintenance,
      /^[a-z]{3}:\S+-[a-z]{3}:/,
      'of a day of the week, such as sat:21:30-sat:22:30',
    ),
    ...length('backup', backup, daily),
    ...length('maintenance', maintenance, weekly),
    ...unless(!meet(daily, weekly), {
      code: 'DATABASE_WINDOWS_MEET',
      at: 'recovery.databaseWindows.maintenance',
      value: maintenance,
      reason: `overlaps the backup window ${backup}, which RDS refuses`,
      remedy: 'begin it after the backup window, or end it before',
    }),
  ];
};

interface Span {
  readonly from: number;
  readonly minutes: number;
}

const minuteOf = (text: string): number => {
  const [name = '', hours, minutes] = /^[a-z]{3}:/.test(text)
    ? text.split(':')
    : ['', ...text.split(':')];
  return Math.max(days.indexOf(name), 0) * day + Number(hours) * 60 + Number(minutes);
};

function span(text: string): Span {
  const [from = 0, until = 0] = text.split('-').map(minuteOf);
  const round = /^[a-z]/.test(text) ? 7 * day : day;
  return { from, minutes: (until - from + round) % round };
}

const form = (name: string, value: string, of: RegExp, what: string): readonly Problem[] =>
  unless(of.test(value), {
    code: 'DATABASE_WINDOW',
    at: `recovery.databaseWindows.${name}`,
    value,
    reason: `is not a window ${what}`,
    remedy: `write one ${what}`,
  });

const length = (name: string, value: string, { minutes }: Span): readonly Problem[] =>
  unless(!(minutes < leastMinutes), {
    code: 'DATABASE_WINDOW_SHORT',
    at: `recovery.databaseWindows.${name}`,
    value,
    reason: `must last at least ${leastMinutes} minutes, as RDS requires`,
    remedy: 'let it end later',
  });

// The daily window comes on each day of the week, and on the next one again.
const meet = (daily: Span, weekly: Span): boolean =>
  Array.from({ length: 9 }, (_, index) => (index - 1) * day + daily.from).some(
    (from) => from < weekly.from + weekly.minutes && weekly.from < from + daily.minutes,
  );
