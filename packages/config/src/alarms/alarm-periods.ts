import type { AlarmPolicy } from './alarm.ts';

/** Periods that all must breach before an alarm speaks. */
export const periodsOf = ({ windowMinutes, periodSeconds }: AlarmPolicy): number =>
  (60 * windowMinutes) / periodSeconds;
