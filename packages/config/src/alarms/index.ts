export type { AlarmPolicy, AlarmSubject } from './alarm.ts';
export { periodsOf } from './alarm-periods.ts';
export { alarmSentence } from './alarm-sentence.ts';
export { alarms } from './alarms.ts';
export { backupAge, primaryRestorableAge, regionalRestorableAge } from './backup-alarms.ts';
export { replicaLag, replicationLatency } from './data-alarms.ts';
export { type AlarmTarget, alarmDestinations, recoveryListeners } from './destinations.ts';
