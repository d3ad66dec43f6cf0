import { type Problem, unless } from '@bizflow/kernel';
import { environments } from '../environments/environments.ts';
import { type Freeze, freezes as written } from './freezes.ts';
import { hoursInWords, intervalHours } from './recurrence.ts';

const file = 'packages/config/src/release/freezes.ts';

/** Each freeze is of environments that exist, has a name of its own, and ends before it begins again. */
export const freezeRules = (freezes: readonly Freeze[] = written): readonly Problem[] =>
  freezes.flatMap((one, index) => {
    const at = `release.freezes[${index}]`;
    return [
      ...unless(freezes.findIndex(({ name }) => name === one.name) === index, {
        code: 'FREEZE_TWICE',
        at: `${at}.name`,
        value: one.name,
        reason: 'is already the name of another freeze',
        remedy: `give each freeze its own name in ${file}`,
      }),
      ...one.environments.flatMap((name, place) =>
        unless(Object.hasOwn(environments, name), {
          code: 'FREEZE_ENVIRONMENT',
          at: `${at}.environments[${place}]`,
          value: name,
          reason: 'is not an environment, so nothing would be frozen',
          remedy: `use ${Object.keys(environments).join(', ')}`,
        }),
      ),
      ...when(at, one),
    ];
  });

const when = (at: string, { schedule, durationHours, timeZone }: Freeze): readonly Problem[] => [
  // robfig/cron, which Argo CD reads it with: no L, W, # or ? that other crons have.
  ...unless(/^[\d*,/\sA-KM-V-]+$|^[\d*,/\s-]*([a-zA-Z]{3}[\d*,/\s-]*)+$/.test(schedule), {
    code: 'FREEZE_SCHEDULE',
    at: `${at}.schedule`,
    value: schedule,
    reason: 'has a letter that Argo CD does not read: only names of months and weekdays',
    remedy: 'write a day as a number',
  }),
  ...unless(durationHours < (intervalHours(schedule) ?? Number.POSITIVE_INFINITY), {
    code: 'FREEZE_ENDLESS',
    at: `${at}.durationHours`,
    value: durationHours,
    reason: `lasts until the next one begins, ${hoursInWords(intervalHours(schedule) ?? 0)} later: no release would ever be automatic`,
    remedy: 'choose fewer hours',
  }),
  // Go finds zones as files, whose names begin with capitals.
  ...unless(
    timeZone.split('/').every((part) => /^[A-Z]/.test(part)),
    {
      code: 'FREEZE_TIME_ZONE',
      at: `${at}.timeZone`,
      value: timeZone,
      reason: 'is not spelled as the tz database does, and Argo CD would not find it',
      remedy: 'write it like Asia/Kolkata',
    },
  ),
];
