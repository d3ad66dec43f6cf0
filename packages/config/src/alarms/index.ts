export type { AlarmPolicy, AlarmSubject } from './alarm.ts';
export { periodsOf } from './alarm-periods.ts';
export { alarmSentence } from './alarm-sentence.ts';
export { alarms } from './alarms.ts';
export { alarmDestinations } from './destinations.ts';
