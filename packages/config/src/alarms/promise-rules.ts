import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { AlarmPolicy } from './alarm.ts';
import { windowRemedy } from './backup-window.ts';

/** Each RPO has an alarm that goes off before more is lost. */
export const promiseRules = ({ alarms, backups, recoveryTiers }: Fleet): readonly Problem[] =>
  Object.entries(recoveryTiers).flatMap(([tier, { rpoMinutes }]) => {
    const watching = alarms.filter(({ keeps }) => keeps?.some((kept) => kept === tier));
    return [
      ...unless(watching.length > 0, {
        code: 'RPO_UNWATCHED',
        at: `recoveryTiers.${tier}.rpoMinutes`,
        value: rpoMinutes,
        reason: 'has no alarm, so that no one learns when more data would be lost',
        remedy: 'add an alarm that names the tier in `keeps`, packages/config/src/alarms/',
      }),
      ...watching.flatMap((alarm) =>
        unless(rpoMinutes <= 0 || limitMinutes(alarm) <= rpoMinutes, {
          code: 'RPO_ALARM_LATE',
          at: `alarms.${alarm.name}`,
          value: limitMinutes(alarm),
          reason: `minutes are allowed by it, more than the ${rpoMinutes} of the tier ${tier}`,
          remedy: windowRemedy(alarm, { backups }, 'lower its threshold or its window'),
        }),
      ),
    ];
  });

/** The age of a copy, in minutes, from which the alarm may go off. */
const limitMinutes = ({ unit, threshold, windowMinutes }: AlarmPolicy): number =>
  unit === 's' ? threshold / 60 : windowMinutes;
