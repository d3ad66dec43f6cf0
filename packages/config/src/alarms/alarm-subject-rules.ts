import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import { type MetricFact, metrics } from '../metrics/metrics.ts';
import type { AlarmPolicy, AlarmSubject } from './alarm.ts';

/** Each alarm reads what its subject measures, in the unit in which it counts, from the side on which it is wrong. */
export const alarmSubjectRules = ({ alarms }: Pick<Fleet, 'alarms'>): readonly Problem[] =>
  alarms.flatMap((alarm) => [...metricsOf(alarm), ...unitOf(alarm), ...sideOf(alarm)]);

/** The dimension that tells one subject from another: a metric without it is another's. */
const dimensions: Readonly<Record<AlarmSubject, string>> = {
  service: 'service.name',
  'public service': 'service.name',
  database: 'DBInstanceIdentifier',
  replica: 'DBInstanceIdentifier',
  'primary database': 'DBInstanceIdentifier',
  'regional database': 'DBInstanceIdentifier',
  redis: 'CacheClusterId',
  certificate: 'CertificateArn',
  'bucket copy': 'RuleId',
  backup: 'RuleName',
  'backup copy': 'RuleName',
};

const factOf = (metric: string): MetricFact | undefined =>
  Object.entries(metrics).find(([name]) => name === metric)?.[1];

const metricsOf = ({ name, of, reads }: AlarmPolicy): readonly Problem[] =>
  Object.entries(reads).flatMap(([id, { metric }]) => {
    const fact = factOf(metric);
    return unless(fact === undefined || fact.dimensions.includes(dimensions[of] ?? ''), {
      code: 'ALARM_SUBJECT',
      at: `alarms.${name}.reads.${id}.metric`,
      value: metric,
      reason: `is not measured of each ${of}: it has no ${dimensions[of]}`,
      remedy: `use ${namesWith(dimensions[of]).join(', ') || 'a metric of the subject'}`,
    });
  });

const namesWith = (dimension: string | undefined): readonly string[] =>
  Object.entries<MetricFact>(metrics)
    .filter(([, fact]) => fact.dimensions.includes(dimension ?? ''))
    .map(([name]) => name);

/** The units of metrics in which an alarm's own unit is counted. */
const units: Readonly<Record<AlarmPolicy['unit'], readonly MetricFact['unit'][]>> = {
  '%': ['Percent'],
  s: ['Seconds'],
  days: ['None', 'Count'],
  process: ['None', 'Count'],
  backup: ['None', 'Count'],
};

// A ratio of two metrics has a unit of its own.
function unitOf({ name, reads, unit }: AlarmPolicy): readonly Problem[] {
  const [only, ...others] = Object.entries(reads);
  const fact = factOf(only?.[1].metric ?? '');
  if (only === undefined || fact === undefined || others.length > 0) return [];
  const [id, { stat }] = only;
  const percentile = /(?<=-)p\d+$/.exec(name)?.[0] ?? stat;
  return [
    ...unless(Object.hasOwn(units, unit) && units[unit].includes(fact.unit), {
      code: 'ALARM_UNIT',
      at: `alarms.${name}.unit`,
      value: unit,
      reason: `is not the unit of ${only[1].metric}, which is ${fact.unit}`,
      remedy: 'read another metric, or name its unit',
    }),
    ...unless(stat === percentile && (unit !== 's' || !/^(Sum|SampleCount)$/.test(stat)), {
      code: 'ALARM_MEASURE',
      at: `alarms.${name}.reads.${id}.stat`,
      value: stat,
      reason: `is not what the alarm says it measures: ${percentile === stat ? 'a time' : percentile}`,
      remedy: `use ${percentile === stat ? 'Maximum, Average or a percentile' : percentile}`,
    }),
  ];
}

/** What should be there is too little, and everything else too much. */
const tooLittle: readonly AlarmPolicy['unit'][] = ['days', 'process', 'backup'];

const sideOf = ({ name, unit, compare, threshold }: AlarmPolicy): readonly Problem[] => [
  ...unless(compare === (tooLittle.includes(unit) ? 'below' : 'above'), {
    code: 'ALARM_SIDE',
    at: `alarms.${name}.compare`,
    value: compare,
    reason: `would go off while all is well: of ${unit} too ${tooLittle.includes(unit) ? 'few' : 'much'} is wrong`,
    remedy: `write '${tooLittle.includes(unit) ? 'below' : 'above'}'`,
  }),
  // ACM user guide, "Managed certificate renewal": 45 days before the expiry of those that are valid for 198.
  ...unless(unit !== 'days' || threshold < 45, {
    code: 'ALARM_BEFORE_RENEWAL',
    at: `alarms.${name}.threshold`,
    value: threshold,
    reason: 'would go off for each certificate: ACM renews them 45 days before they expire',
    remedy: 'choose fewer than 45 days',
  }),
];
