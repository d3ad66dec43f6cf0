import { counted } from '@bizflow/kernel';
import { Cron } from 'croner';

/**
 * The fewest hours from one start of a cron expression (five fields, UTC) to the next one, among its next few;
 * `undefined` for what is not one.
 */
export function intervalHours(expression: string): number | undefined {
  try {
    const starts = new Cron(expression, { timezone: 'UTC' }).nextRuns(8, '2026-01-01T00:00:00');
    const gaps = starts.slice(1).map((next, index) => +next - +(starts[index] ?? next));
    return gaps.length === 0 ? undefined : Math.min(...gaps) / 3_600_000;
  } catch {
    return undefined;
  }
}

/** A time in hours as people say it: `1 minute`, `24 hours`. */
export const hoursInWords = (hours: number): string =>
  hours < 1 ? counted(Math.round(60 * hours), 'minute') : counted(Math.round(hours), 'hour');
