import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { AlarmPolicy } from './alarm.ts';

/** Two alarms of one measure: the warning comes before the critical one. */
export const alarmRelationRules = ({ alarms }: Pick<Fleet, 'alarms'>): readonly Problem[] =>
  alarms
    .filter(({ severity }) => severity === 'warning')
    .flatMap((warning) =>
      alarms
        .filter(({ severity }) => severity === 'critical')
        .filter((critical) => measures(critical) === measures(warning))
        .flatMap((critical) =>
          unless(comesBefore(warning, critical), {
            code: 'ALARM_ORDER',
            at: `alarms.${warning.name}.threshold`,
            value: warning.threshold,
            reason: `does not warn before ${critical.name}, whose threshold is ${critical.threshold}`,
            remedy: `choose a threshold ${warning.compare === 'above' ? 'below' : 'above'} that one, or another severity`,
          }),
        ),
    );

const measures = ({ reads, unit, compare }: AlarmPolicy): string =>
  JSON.stringify([Object.values(reads).map(({ metric }) => metric), unit, compare]);

const comesBefore = (warning: AlarmPolicy, critical: AlarmPolicy): boolean =>
  warning.compare === 'above'
    ? warning.threshold < critical.threshold
    : warning.threshold > critical.threshold;
