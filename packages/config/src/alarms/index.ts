export { alarmSentence } from './alarm-sentence.ts';
export { type AlarmPolicy, type AlarmSubject, alarms, alarmTargets } from './alarms.ts';
export { notifications } from './notifications.ts';
