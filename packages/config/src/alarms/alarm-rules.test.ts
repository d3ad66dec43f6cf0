import { exampleFleet } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { longestBackupAge } from '../recovery/backups.ts';
import { alarmRules } from './alarm-rules.ts';
import { backupAge, backupCopyAge } from './backup-alarms.ts';

const fleet = exampleFleet();

it('says of an alarm that is listed twice where, and not that it needs another name', () => {
  const { length } = fleet.alarms;
  const alarms = [...fleet.alarms.filter(({ name }) => name !== backupCopyAge.name)];
  const [problem] = alarmRules({ ...fleet, alarms: [...alarms, backupCopyAge, backupCopyAge] });
  expect(problem).toMatchObject({
    code: 'ALARM_TWICE',
    at: `alarms.alarms[${length}]`,
    reason: `is listed already, as number ${length} of the list`,
    remedy: 'list it once',
  });
});

it('names the hours of backups that make the window of an alarm too long', () => {
  const backups = { ...fleet.backups, hours: { ...fleet.backups.hours, critical: [11] } };
  const windowMinutes = longestBackupAge(backups)('critical');
  const alarms = fleet.alarms.map((one) =>
    one.name === backupAge.name ? { ...one, windowMinutes } : one,
  );
  const said = alarmRules({ ...fleet, backups, alarms });
  expect(said.map(({ code }) => code)).toContain('ALARM_WINDOW');
  for (const { remedy } of said) expect(remedy).toContain('recovery.backupHours.critical, 11,');
});
