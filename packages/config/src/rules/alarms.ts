import { fault, type Problem, unless } from '@bizflow/region-catalog';
import type { AlarmPolicy } from '../alarms.ts';
import type { Fleet } from '../fleet.ts';
import { periodsOf } from '../metric-math/alarm-state.ts';
import { functions } from '../metric-math/evaluate.ts';
import { callsIn, idsIn } from '../metric-math/expression.ts';
import { parse } from '../metric-math/parse.ts';
import { metrics } from '../metrics.ts';
import { show } from './show.ts';

/** Longest expression of a metric alarm (CloudWatch API, `MetricDataQuery.Expression`). */
const longestExpression = 1024;
/** Longest time that an alarm looks back (CloudWatch quotas, "Alarm evaluation period"). */
const longestWindowMinutes = 1440;

/** Each alarm can be made, reads metrics that exist, and can ever speak. */
export const alarmRules = ({ alarms }: Fleet): readonly Problem[] =>
  alarms.flatMap((alarm, index) => {
    const at = `alarms.${show(alarm.name)}`;
    return [
      ...unless(
        /^[a-z][a-z0-9-]{0,60}$/.test(alarm.name),
        'ALARM_NAME',
        `${at}.name`,
        show(alarm.name),
        'is no name of lower-case letters, digits and dashes, at most 61',
        'shorten it, and keep to a-z, 0-9 and dashes',
      ),
      ...unless(
        alarms.findIndex(({ name }) => name === alarm.name) === index,
        'ALARM_TWICE',
        `${at}.name`,
        show(alarm.name),
        "is another alarm's name too, and the second would replace the first",
        'give each alarm a name of its own',
      ),
      ...limits(at, alarm),
      ...reads(at, alarm),
      ...expression(at, alarm),
    ];
  });

const limits = (at: string, alarm: AlarmPolicy): readonly Problem[] => [
  ...unless(
    Number.isFinite(alarm.threshold) &&
      alarm.threshold >= 0 &&
      (alarm.unit !== '%' || alarm.threshold < 100),
    'ALARM_THRESHOLD',
    `${at}.threshold`,
    `${alarm.threshold}`,
    `is no number of ${alarm.unit} that a value can pass`,
    alarm.unit === '%' ? 'choose 0 to 99.9' : 'choose a number from 0 up',
  ),
  ...unless(
    // Standard resolution: a multiple of a minute (CloudWatch API, `PutMetricAlarm.Period`).
    alarm.periodSeconds >= 60 && alarm.periodSeconds % 60 === 0,
    'ALARM_PERIOD',
    `${at}.periodSeconds`,
    `${alarm.periodSeconds}`,
    'is no whole number of minutes',
    'choose a multiple of 60',
  ),
  ...unless(
    Number.isInteger(periodsOf(alarm)) &&
      periodsOf(alarm) > 0 &&
      alarm.windowMinutes <= longestWindowMinutes,
    'ALARM_WINDOW',
    `${at}.windowMinutes`,
    `${alarm.windowMinutes}`,
    'is no whole number of periods within a day',
    'choose a multiple of the period, at most 1440',
  ),
];

const reads = (at: string, alarm: AlarmPolicy): readonly Problem[] =>
  Object.entries(alarm.reads).flatMap(([id, { metric, stat }]) => [
    ...unless(
      Object.hasOwn(metrics, metric),
      'ALARM_METRIC',
      `${at}.reads.${show(id)}.metric`,
      show(metric),
      'is no metric that anything emits',
      'name one of packages/config/src/metrics.ts',
    ),
    ...unless(
      /^(?:SampleCount|Average|Sum|Minimum|Maximum|p\d{1,2}(?:\.\d{1,2})?)$/.test(stat),
      'ALARM_STATISTIC',
      `${at}.reads.${show(id)}.stat`,
      show(stat),
      'is no statistic of CloudWatch that this project uses',
      'choose SampleCount, Average, Sum, Minimum, Maximum or a percentile like p99',
    ),
  ]);

const expression = (
  at: string,
  { expression: text, reads: own }: AlarmPolicy,
): readonly Problem[] => {
  const place = `${at}.expression`;
  const remedy = `write metric math over ${Object.keys(own).map(show).join(', ')}`;
  if (text.length > longestExpression) {
    return [fault('ALARM_EXPRESSION', place, show(text), 'is longer than 1024 characters', remedy)];
  }
  const parsed = parse(text);
  if (parsed.kind === 'error') {
    return [fault('ALARM_EXPRESSION', place, show(text), parsed.reason, remedy)];
  }
  const unknown = [
    ...idsIn(parsed).filter((id) => !Object.hasOwn(own, id)),
    ...callsIn(parsed).filter((name) => !functions.includes(name)),
  ];
  return unknown.map((name) =>
    fault(
      'ALARM_EXPRESSION',
      place,
      show(name),
      'is neither a metric it reads nor a known function',
      remedy,
    ),
  );
};
