import type { AlarmPolicy } from '../../src/alarms/alarm.ts';
import { periodsOf } from '../../src/alarms/alarm-periods.ts';
import type { Series } from './evaluate.ts';

export type AlarmState = 'OK' | 'ALARM' | 'unchanged';

/**
 * What an alarm says of the last periods of a series (CloudWatch, "Configuring how alarms treat
 * missing data", all periods of the window needed).
 */
export function alarmState(alarm: AlarmPolicy, series: Series): AlarmState {
  const window = Array.from({ length: periodsOf(alarm) }, (_, index) =>
    series.at(index - periodsOf(alarm)),
  );
  if (alarm.missing === 'ignore' && window.every((point) => point === undefined)) {
    return 'unchanged';
  }
  return window.every((point) => breaches(alarm, point)) ? 'ALARM' : 'OK';
}

const breaches = (
  { compare, threshold, missing }: AlarmPolicy,
  point: number | undefined,
): boolean => {
  if (point === undefined) return missing === 'breaching';
  return compare === 'above' ? point > threshold : point < threshold;
};
