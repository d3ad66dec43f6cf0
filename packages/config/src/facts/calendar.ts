import { Cron } from 'croner';

// Any day will do: a schedule that never comes after it never comes.
const start = '2026-01-01T00:00:00';

/** Whether a cron expression of five fields is one, and comes at all: 30 February never does. */
export const comes = (expression: string): boolean =>
  expression.split(' ').length === 5 && next(expression);

/** The same of AWS's `cron(...)`, which has a year and a question mark (EventBridge, "Cron-based schedules"). */
export const comesOnAws = (schedule: string): boolean => {
  const [, fields] = /^cron\((\S+(?: \S+){5})\)$/.exec(schedule) ?? [];
  return fields !== undefined && next(`0 ${fields.replaceAll('?', '*')}`);
};

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

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a day of this century, as `2026-02-28`, is in the calendar. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = (/^20(\d{2})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  // Each fourth year of this century is a leap year, 2000 too.
  const leapDay = month === 2 && year % 4 === 0 ? 1 : 0;
  return day >= 1 && day <= (monthDays[month - 1] ?? 0) + leapDay;
};

/** Whether a text is a window as RDS writes one: `20:00-21:00`, `sat:21:30-sat:22:30`. */
export const isWindow = (text: string): boolean =>
  text.split('-').length === 2 &&
  text
    .split('-')
    .every((end) => /^((mon|tue|wed|thu|fri|sat|sun):)?([01]\d|2[0-3]):[0-5]\d$/.test(end));
