import type { AlarmPolicy } from './alarm.ts';

/** Periods that all must breach before the alarm goes off. */
export const periodsOf = ({ windowMinutes, periodSeconds }: AlarmPolicy): number =>
  (60 * windowMinutes) / periodSeconds;
