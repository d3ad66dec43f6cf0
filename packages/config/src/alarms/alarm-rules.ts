import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import { metrics } from '../metrics/metrics.ts';
import type { AlarmPolicy } from './alarm.ts';
import { expressionRules } from './alarm-expression-rules.ts';
import { periodsOf } from './alarm-periods.ts';
import { windowRemedy } from './backup-window.ts';
import { promiseRules } from './promise-rules.ts';

/** Longest time that an alarm looks back (CloudWatch quotas, "Alarm evaluation period"). */
const longestWindowMinutes = 1440;

/** Each alarm can be created, reads metrics that exist, and can go into alarm. */
export const alarmRules = (fleet: Fleet): readonly Problem[] => [
  ...fleet.alarms.flatMap((alarm, index) => {
    const at = `alarms.${alarm.name}`;
    return [
      ...unless(/^[a-z][a-z0-9-]{0,60}$/.test(alarm.name), {
        code: 'ALARM_NAME',
        at: `${at}.name`,
        value: alarm.name,
        reason: 'must be 1 to 61 lower-case letters, digits and dashes',
        remedy: 'use a shorter name of a-z, 0-9 and dashes',
      }),
      ...twice(fleet.alarms, index),
      ...limits(at, alarm, fleet),
      ...reads(at, alarm),
      ...expressionRules(at, alarm),
    ];
  }),
  ...promiseRules(fleet),
];

/** The second of one name, at its place in the list: an alarm that is listed twice is written once. */
const twice = (alarms: readonly AlarmPolicy[], index: number): readonly Problem[] => {
  const name = alarms[index]?.name;
  const first = alarms.findIndex((other) => other.name === name);
  const isSame = alarms[first] === alarms[index];
  return unless(first === index, {
    code: 'ALARM_TWICE',
    at: isSame ? `alarms.alarms[${index}]` : `alarms.${name}.name`,
    value: name,
    reason: isSame
      ? `is listed already, as number ${first + 1} of the list`
      : 'is also the name of another alarm, and the second would replace the first',
    remedy: isSame ? 'list it once' : 'give each alarm its own name',
  });
};

/**
 * What a value never reaches. An Application Load Balancer ends an idle connection after 60 s (ELB user guide, "Connection
 * idle timeout"), and with it every request.
 */
const limitOf = ({ unit, reads: read }: AlarmPolicy): number => {
  if (unit === '%') return 100;
  const isOfRequests = Object.values(read).every(
    ({ metric }) => metric === 'requestDuration' || metric === 'outcomeDuration',
  );
  return unit === 's' && isOfRequests ? 60 : 100_000;
};

const limits = (at: string, alarm: AlarmPolicy, fleet: Fleet): readonly Problem[] => [
  ...unless(
    Number.isFinite(alarm.threshold) && alarm.threshold >= 0 && alarm.threshold < limitOf(alarm),
    {
      code: 'ALARM_THRESHOLD',
      at: `${at}.threshold`,
      value: alarm.threshold,
      reason: `is not a threshold that a value in ${alarm.unit} can exceed`,
      remedy: `choose a number from 0 to less than ${limitOf(alarm)}`,
    },
  ),
  ...unless(alarm.periodSeconds >= 60 && alarm.periodSeconds % 60 === 0, {
    code: 'ALARM_PERIOD',
    at: `${at}.periodSeconds`,
    value: alarm.periodSeconds,
    reason: 'must be a whole number of minutes',
    remedy: 'choose a multiple of 60',
  }),
  ...unless(
    Number.isInteger(periodsOf(alarm)) &&
      periodsOf(alarm) > 0 &&
      alarm.windowMinutes <= longestWindowMinutes,
    {
      code: 'ALARM_WINDOW',
      at: `${at}.windowMinutes`,
      value: alarm.windowMinutes,
      reason: `must be a whole number of periods of ${alarm.periodSeconds} s, at most 1440 minutes`,
      remedy: windowRemedy(
        alarm,
        fleet,
        'choose a multiple of the period, at most 1440, or another periodSeconds',
      ),
    },
  ),
];

const reads = (at: string, alarm: AlarmPolicy): readonly Problem[] =>
  Object.entries(alarm.reads).flatMap(([id, { metric, stat }]) => [
    ...unless(Object.hasOwn(metrics, metric), {
      code: 'ALARM_METRIC',
      at: `${at}.reads.${id}.metric`,
      value: metric,
      reason: 'is not a metric that anything emits',
      remedy: 'name one of packages/config/src/metrics/metrics.ts',
    }),
    ...unless(/^(?:SampleCount|Average|Sum|Minimum|Maximum|p\d{1,2}(?:\.\d{1,2})?)$/.test(stat), {
      code: 'ALARM_STATISTIC',
      at: `${at}.reads.${id}.stat`,
      value: stat,
      reason: 'is not a CloudWatch statistic that this project uses',
      remedy: 'choose SampleCount, Average, Sum, Minimum, Maximum or a percentile like p99',
    }),
  ]);
