import type { Breakage } from './breakage.ts';
import type { Draft } from './example-fleet.ts';
import { nth } from './fleets.ts';

const named = (draft: Draft, name: string) =>
  nth(
    draft.alarms.filter((alarm) => alarm.name === name),
    0,
  );
const cpu = (draft: Draft) => named(draft, 'database-cpu');

/** Breaks the alarms. */
export const alarms: readonly Breakage[] = [
  ['an alarm named in words', (d) => (cpu(d).name = 'Database CPU'), 'ALARM_NAME'],
  [
    'a warning after the alarm',
    (d) => (named(d, 'error-rate-warning').threshold = 5),
    'ALARM_ORDER',
  ],
  ['two alarms of one name', (d) => (cpu(d).name = 'silent'), 'ALARM_TWICE'],
  ['a share beyond all', (d) => (cpu(d).threshold = 100), 'ALARM_THRESHOLD'],
  ['no threshold', (d) => (cpu(d).threshold = Number.NaN), 'ALARM_THRESHOLD'],
  ['a period of half a minute', (d) => (cpu(d).periodSeconds = 30), 'ALARM_PERIOD'],
  ['a window of half a period', (d) => (named(d, 'backup-age').windowMinutes = 30), 'ALARM_WINDOW'],
  [
    'a window of two days',
    (d) => (named(d, 'backup-copy-age').windowMinutes = 2880),
    'ALARM_WINDOW',
  ],
  [
    'an RPO without an alarm',
    (d) => (d.alarms = d.alarms.filter(({ of }) => of !== 'regional database')),
    'RPO_UNWATCHED',
  ],
  [
    'an alarm that comes after the RPO',
    (d) => (named(d, 'replica-lag').threshold = 3600),
    'RPO_ALARM_LATE',
  ],
  [
    'a metric that nothing emits',
    (d) => Object.assign(cpu(d).reads, { cpu: { metric: 'gpu', stat: 'Average' } }),
    'ALARM_METRIC',
  ],
  [
    'a statistic that CloudWatch lacks',
    (d) => Object.assign(cpu(d).reads, { cpu: { metric: 'databaseCpu', stat: 'Median' } }),
    'ALARM_STATISTIC',
  ],
  [
    'a metric of another subject',
    (d) => Object.assign(cpu(d).reads, { cpu: { metric: 'redisCpu', stat: 'Average' } }),
    'ALARM_SUBJECT',
  ],
  [
    'a metric of the whole region for one service',
    (d) => {
      const alarm = named(d, 'error-rate-warning');
      alarm.reads = { ...alarm.reads, failures: { metric: 'activeUsers', stat: 'Sum' } };
    },
    'ALARM_SUBJECT',
  ],
  [
    'bytes in percent',
    (d) => Object.assign(cpu(d).reads, { cpu: { metric: 'databaseFreeStorage', stat: 'Average' } }),
    'ALARM_UNIT',
  ],
  [
    'another percentile than the name says',
    (d) =>
      Object.assign(named(d, 'latency-p99').reads, {
        p99: { metric: 'requestDuration', stat: 'p50' },
      }),
    'ALARM_MEASURE',
  ],
  [
    'the sum of all times for a time',
    (d) =>
      Object.assign(named(d, 'replica-lag').reads, { lag: { metric: 'replicaLag', stat: 'Sum' } }),
    'ALARM_MEASURE',
  ],
  [
    'an alarm while all processes live',
    (d) => (named(d, 'silent').compare = 'above'),
    'ALARM_SIDE',
  ],
  [
    'a certificate that is renewed later',
    (d) => (named(d, 'certificate-expiry').threshold = 60),
    'ALARM_BEFORE_RENEWAL',
  ],
  ['an expression of another metric', (d) => (cpu(d).expression = 'gpu'), 'ALARM_EXPRESSION'],
  ['an unknown function', (d) => (cpu(d).expression = 'MEDIAN(cpu)'), 'ALARM_EXPRESSION'],
  ['half an expression', (d) => (cpu(d).expression = 'cpu +'), 'ALARM_EXPRESSION'],
  ['an endless expression', (d) => (cpu(d).expression = '('.repeat(5000)), 'ALARM_EXPRESSION'],
];
