import { Cron } from 'croner';

// Any day will do: a schedule that never comes after it never comes.
const start = '2026-01-01T00:00:00';

/** Whether a cron expression of five fields is one, and comes at all: 30 February never does. */
export const comes = (expression: string): boolean =>
  expression.split(' ').length === 5 && next(expression);

const next = (expression: string): boolean => {
  try {
    return new Cron(expression, { timezone: 'UTC' }).nextRun(start) !== null;
  } catch {
    return false;
  }
};

/** Whether the tz database has such a zone. */
export const isTimeZone = (zone: string): boolean => {
  try {
    return zone.includes('/') && new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
};

/** Whether a text is a window as RDS writes one: `20:00-21:00`, `sat:21:30-sat:22:30`. */
export const isWindow = (text: string): boolean =>
  text.split('-').length === 2 &&
  text
    .split('-')
    .every((end) => /^((mon|tue|wed|thu|fri|sat|sun):)?([01]\d|2[0-3]):[0-5]\d$/.test(end));
