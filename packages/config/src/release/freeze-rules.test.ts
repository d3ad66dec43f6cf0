import { expect, it } from 'vitest';
import { freezeRules } from './freeze-rules.ts';
import type { Freeze } from './freezes.ts';
import { hoursInWords, intervalHours } from './recurrence.ts';

const sound: Freeze = {
  name: 'harvest',
  environments: ['production'],
  schedule: '0 0 20 dec *',
  durationHours: 100,
  timeZone: 'America/Argentina/Buenos_Aires',
};

it('finds nothing in the calendar, and in a sound freeze', () => {
  expect(freezeRules()).toEqual([]);
  expect(
    freezeRules([
      sound,
      { ...sound, name: 'weekend', schedule: '0 18 * * fri,sat', durationHours: 23 },
    ]),
  ).toEqual([]);
});

it.each<[string, Partial<Record<keyof Freeze, unknown>>, string, string]>([
  [
    'an environment that is none',
    { environments: ['prod'] },
    'FREEZE_ENVIRONMENT',
    'environments[0]',
  ],
  ['a letter of other crons', { schedule: '0 0 L 12 *' }, 'FREEZE_SCHEDULE', 'schedule'],
  ['the nearest weekday', { schedule: '0 0 15W * *' }, 'FREEZE_SCHEDULE', 'schedule'],
  ['a freeze of more than a year', { durationHours: 8784 }, 'FREEZE_ENDLESS', 'durationHours'],
  ['a zone in small letters', { timeZone: 'asia/kolkata' }, 'FREEZE_TIME_ZONE', 'timeZone'],
])('names %s', (_, wrong, code, field) => {
  const found = freezeRules([{ ...sound, ...(wrong as Partial<Freeze>) }]);
  expect(found.map((one) => [one.code, one.at])).toEqual([[code, `release.freezes[0].${field}`]]);
});

it('names two freezes of one name', () => {
  expect(freezeRules([sound, sound]).map(({ code, at }) => [code, at])).toEqual([
    ['FREEZE_TWICE', 'release.freezes[1].name'],
  ]);
});

it('says in words when the next one begins', () => {
  const [every] = freezeRules([{ ...sound, schedule: '* * * * *' }]);
  expect(every?.reason).toMatch(/ begins, 1 minute later:/);
});

it('knows how often a schedule comes', () => {
  expect(intervalHours('30 3 * * mon-fri')).toBe(24);
  expect(intervalHours('0 * * * *')).toBe(1);
  expect(intervalHours('0 0 20 12 *')).toBe(8760);
  expect(intervalHours('no cron')).toBeUndefined();
});

it.each([
  [1 / 60, '1 minute'],
  [0.5, '30 minutes'],
  [1, '1 hour'],
  [24.02, '24 hours'],
])('says %d hours as %s', (hours, words) => {
  expect(hoursInWords(hours)).toBe(words);
});
