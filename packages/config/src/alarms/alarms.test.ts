import { nth } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { alarmState } from '../../testing/metric-math/alarm-state.ts';
import { evaluate, type Series } from '../../testing/metric-math/evaluate.ts';
import { parse } from '../metrics/metric-math/parse.ts';
import type { AlarmPolicy } from './alarm.ts';
import { periodsOf } from './alarm-periods.ts';
import { alarmSentence } from './alarm-sentence.ts';
import { alarms } from './alarms.ts';

const policy = (name: string): AlarmPolicy =>
  nth(
    alarms.filter((alarm) => alarm.name === name),
    0,
  );

/** The state of an alarm after minutes (or days) of these values of what it reads. */
function state(alarm: AlarmPolicy, metrics: Readonly<Record<string, Series>>) {
  const expression = parse(alarm.expression);
  if (expression.kind === 'error') throw new SyntaxError(expression.reason);
  return alarmState(alarm, evaluate(expression, metrics));
}

/** The same value in every period of the alarm's window. */
const throughout = (alarm: AlarmPolicy, value: number | undefined): Series =>
  Array.from({ length: periodsOf(alarm) }, () => value);
const steady = (alarm: AlarmPolicy, values: Readonly<Record<string, number | undefined>>) =>
  state(
    alarm,
    Object.fromEntries(Object.entries(values).map(([id, value]) => [id, throughout(alarm, value)])),
  );

it("has the document's seven alarms, word by word", () => {
  expect(alarms.map((alarm) => alarmSentence(alarm, 'production'))).toEqual([
    'Error rate above 5 % for 5 min: PagerDuty',
    'Latency p99 above 3 s for 5 min: PagerDuty',
    'Database CPU above 80 % for 10 min: PagerDuty',
    'Redis memory of the fullest node above 80 % for 5 min: PagerDuty',
    'Error rate above 2 % for 10 min: Slack',
    'Latency p95 above 1 s for 10 min: Slack',
    'Time to the expiry of a certificate below 30 days for 1 day: email',
    'Processes alive below 1 process for 10 min: PagerDuty',
    'Lag of the database replica, whose RPO is 15 min, above 900 s for 5 min: PagerDuty',
    'Latency of the bucket copy, whose RPO is 24 h, above 43200 s for 15 min: Slack',
    'Age of the latest restorable time of a database, whose RPO is 15 min, above 900 s for 10 min: PagerDuty',
    'Age of the latest restorable time of a database, whose RPO is 60 min, above 3600 s for 10 min: PagerDuty',
    'Completed backups below 1 backup for 21 h: Slack',
    'Copied backups below 1 backup for 1 day: Slack',
  ]);
});

it('never pages because of staging', () => {
  for (const alarm of alarms) expect(alarmSentence(alarm, 'staging')).not.toContain('PagerDuty');
});

/** An alarm, what it reads just within its threshold, exactly at it and just beyond. */
const edges: readonly (readonly [
  string,
  within: Readonly<Record<string, number>>,
  at: Readonly<Record<string, number>>,
  beyond: Readonly<Record<string, number>>,
])[] = [
  ['error-rate-critical', f(49, 1000), f(50, 1000), f(51, 1000)],
  ['error-rate-warning', f(19, 1000), f(20, 1000), f(21, 1000)],
  ['latency-p99', { p99: 2.99 }, { p99: 3 }, { p99: 3.01 }],
  ['latency-p95', { p95: 0.99 }, { p95: 1 }, { p95: 1.01 }],
  ['database-cpu', { cpu: 79.9 }, { cpu: 80 }, { cpu: 80.1 }],
  [
    'redis-memory',
    { node1: 79.9, node2: 10 },
    { node1: 10, node2: 80 },
    { node1: 10, node2: 80.1 },
  ],
  ['certificate-expiry', { days: 31 }, { days: 30 }, { days: 29 }],
  ['silent', { processes: 6 }, { processes: 1 }, { processes: 0 }],
  ['replica-lag', { lag: 899 }, { lag: 900 }, { lag: 901 }],
  ['replication-latency', { latency: 43_199 }, { latency: 43_200 }, { latency: 43_201 }],
  ['primary-database-restorable-age', { age: 899 }, { age: 900 }, { age: 901 }],
  ['regional-database-restorable-age', { age: 3599 }, { age: 3600 }, { age: 3601 }],
  ['backup-age', { completed: 2 }, { completed: 1 }, { completed: 0 }],
  ['backup-copy-age', { completed: 2 }, { completed: 1 }, { completed: 0 }],
];
function f(failures: number, requests: number) {
  return { failures, requests };
}

it('tests every alarm at its threshold', () => {
  expect(edges.map(([name]) => name).toSorted()).toEqual(alarms.map(({ name }) => name).toSorted());
});

it.each(edges)(
  '%s is OK within and at its threshold, and in alarm beyond it',
  (name, within, at, beyond) => {
    const alarm = policy(name);
    expect([within, at, beyond].map((values) => steady(alarm, values))).toEqual([
      'OK',
      'OK',
      'ALARM',
    ]);
  },
);

it.each(edges)('%s is quiet when one period of its window is sound', (name, within, _, beyond) => {
  const alarm = policy(name);
  const series = Object.fromEntries(
    Object.entries(beyond).map(([id, value]) => [
      id,
      throughout(alarm, value).map((point, index) => (index === 0 ? within[id] : point)),
    ]),
  );
  expect(state(alarm, series)).toBe('OK');
});

it.each(edges)('%s says of missing data what it promises', (name, within) => {
  const alarm = policy(name);
  const nothing = Object.fromEntries(Object.keys(within).map((id) => [id, undefined]));
  const promised = { notBreaching: 'OK', breaching: 'ALARM', ignore: 'unchanged' }[alarm.missing];
  expect(steady(alarm, nothing)).toBe(promised);
  expect(alarm.missingBecause).toMatch(/\w{3,}.*\.$/);
});

it('has no error rate without traffic, and counts minutes without a failure as sound', () => {
  const alarm = policy('error-rate-critical');
  const failures = [undefined, undefined, 9, undefined, 9];
  expect(state(alarm, { failures, requests: [undefined, 10, 10, 10, 10] })).toBe('OK');
  expect(state(alarm, { failures: [9, 9, 9, 9, 9], requests: [10, 10, 10, 10, 10] })).toBe('ALARM');
});

it('takes a replica that stopped replicating for one beyond its RPO', () => {
  expect(steady(policy('replica-lag'), { lag: -1 })).toBe('ALARM');
});

it('sees the one full Redis node while another is being replaced', () => {
  expect(steady(policy('redis-memory'), { node1: undefined, node2: 95 })).toBe('ALARM');
});

it('hears of a backup in any hour of its window, and misses one that never comes', () => {
  const alarm = policy('backup-age');
  const hours = periodsOf(alarm);
  for (let hour = 0; hour < hours; hour += 1) {
    const completed = Array.from({ length: hours }, (_, at) => (at === hour ? 1 : undefined));
    expect(state(alarm, { completed })).toBe('OK');
  }
  expect(state(alarm, { completed: throughout(alarm, undefined) })).toBe('ALARM');
});
