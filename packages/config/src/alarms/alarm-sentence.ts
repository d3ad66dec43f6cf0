import type { EnvironmentName } from '../environments/environments.ts';
import type { AlarmPolicy } from './alarm.ts';
import { alarmDestinations } from './destinations.ts';

/** An alarm in one sentence, for its description, its line on a dashboard and its runbook. */
export const alarmSentence = (alarm: AlarmPolicy, environment: EnvironmentName): string =>
  `${alarm.says} ${alarmLimit(alarm)} for ${span(alarm.windowMinutes)}: ${alarmDestinations[environment][alarm.severity]}`;

/** Only the limit, as in the line on a dashboard: `above 5 %`. */
const alarmLimit = ({ compare, threshold, unit }: AlarmPolicy): string =>
  `${compare} ${threshold} ${unit}`;

const span = (minutes: number): string => {
  if (minutes % 1440 === 0) return minutes === 1440 ? '1 day' : `${minutes / 1440} days`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
};
