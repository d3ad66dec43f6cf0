import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, clusters, type Fleet, fleet } from '@bizflow/config';
import { periodsOf, alarms as policies } from '@bizflow/config/alarms';
import { metrics } from '@bizflow/config/metrics';
import { replicationRule } from '@bizflow/config/names';
import { alarmState, evaluate, parse } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';
import { regionRoot } from '../region-root.ts';
import { type Alarm, alarmsOf, certificateAlarmsOf } from './alarms.ts';
import { alarmRules } from './cloudwatch-rules.ts';
import { observabilityRules } from './observability.ts';

const facts = fleet(
  {
    apiVersion: 'images.bizflow.app/v1',
    images: { production: {}, staging: {} },
  },
  {},
);
const places = clusters(facts);
const rendered = places.flatMap((cluster) =>
  Object.entries(alarmsOf(cluster, facts)).map(([name, alarm]) => ({ cluster, name, alarm })),
);

const policyOf = (name: string) => {
  const found = policies.find((policy) => name === policy.name || name.endsWith(`-${policy.name}`));
  if (found === undefined) throw new RangeError(`no policy of ${name}`);
  return found;
};

it('makes of every alarm of the document at least one in production', () => {
  const production = places.filter(({ environment }) => environment.name === 'production');
  const names = production.flatMap((cluster) => [
    ...Object.keys(alarmsOf(cluster, facts)),
    ...Object.keys(certificateAlarmsOf(cluster, facts)),
  ]);
  for (const { name } of policies) {
    expect(
      names.some((own) => own === name || own.endsWith(`-${name}`)),
      name,
    ).toBe(true);
  }
});

it('watches the replica and the copies of buckets only where there are any', () => {
  const withReplica = rendered.filter(({ name }) => name === 'replica-lag');
  const replicas = places.filter(({ region }) => region.database.role === 'replica');
  expect(withReplica.map(({ cluster }) => cluster.id)).toEqual(replicas.map(({ id }) => id));
  expect(replicas.length).toBeGreaterThan(0);
  const copies = rendered.filter(({ name }) => name.endsWith('replication-latency'));
  for (const { cluster, name } of copies) {
    const source = places.find(
      ({ region, environment }) =>
        environment.name === cluster.environment.name && name.startsWith(region.id),
    );
    expect(source?.region.buckets.map(({ replicatesTo }) => replicatesTo)).toContain(
      cluster.region.id,
    );
  }
  expect(copies.length).toBeGreaterThan(0);
});

it('reads in every alarm known metrics by all of their dimensions, and none without a value', () => {
  for (const { name, alarm } of rendered) {
    for (const read of Object.values(alarm.metrics)) {
      const known = Object.values(metrics).filter(
        (metric) =>
          metric.namespace === read.namespace &&
          metric.name === read.name &&
          metric.dimensions.toSorted().join() === Object.keys(read.dimensions).toSorted().join(),
      );
      expect(known, name).toHaveLength(1);
      expect(Object.values(read.dimensions), name).not.toContain('');
    }
  }
});

it('calls a replication rule what module s3 calls it', () => {
  const module = join(repository, 'terraform/modules/s3/main.tf');
  expect(readFileSync(module, 'utf8')).toContain(`"${replicationRule(`\${each.value.region}`)}"`);
});

/** A rendered alarm's state when every metric it reads has these values throughout its window. */
function state(alarm: Alarm, policy: (typeof policies)[number], value: (id: string) => number) {
  const ids = Object.keys(alarm.metrics);
  const expression = parse(alarm.expression ?? ids[0] ?? '');
  if (expression.kind === 'error') throw new SyntaxError(expression.reason);
  const series = Object.fromEntries(
    ids.map((id) => [id, Array.from({ length: periodsOf(policy) }, () => value(id))]),
  );
  return alarmState(policy, evaluate(expression, series));
}

it('goes into alarm beyond the threshold and not at it, as each place renders it', () => {
  for (const { name, alarm } of rendered) {
    const policy = policyOf(name);
    const beyond = policy.compare === 'above' ? alarm.threshold + 1 : alarm.threshold - 1;
    const scale = (id: string, value: number) => (id === 'requests' ? 100 : value);
    expect(
      state(alarm, policy, (id) => scale(id, alarm.threshold)),
      name,
    ).toBe('OK');
    expect(
      state(alarm, policy, (id) => scale(id, beyond)),
      name,
    ).toBe('ALARM');
    expect(alarm.evaluation_periods * alarm.period).toBe(60 * policy.windowMinutes);
  }
});

it('sees each single node of Redis fill up', () => {
  for (const { name, alarm } of rendered.filter((one) => one.name === 'redis-memory')) {
    for (const full of Object.keys(alarm.metrics)) {
      expect(state(alarm, policyOf(name), (id) => (id === full ? 81 : 1))).toBe('ALARM');
    }
  }
});

const problemsOf = (cluster: Cluster, changed: Fleet): readonly string[] =>
  observabilityRules(
    cluster,
    regionRoot(cluster, changed, { ruleJson: '[]', redactedHeaders: [] }),
  ).map(({ code }) => code);

it('asks nothing of CloudWatch that it refuses', () => {
  for (const cluster of places) expect(problemsOf(cluster, facts)).toEqual([]);
});

it.each(places)('is found out in $id when it does', (cluster) => {
  const wordy = facts.alarms.map((policy) => ({ ...policy, missingBecause: 'x'.repeat(1025) }));
  expect(problemsOf(cluster, { ...facts, alarms: wordy })).toContain('ALARM_DESCRIPTION');
});

it.each([
  ['a name of 256 characters', 'x'.repeat(256), {}, 'ALARM_FULL_NAME'],
  ['a novel of a description', 'x', { description: 'x'.repeat(1025) }, 'ALARM_DESCRIPTION'],
  [
    'eleven metrics',
    'x',
    { metrics: Object.fromEntries(Array.from({ length: 11 }, (_, id) => [`m${id}`, {}])) },
    'ALARM_METRICS',
  ],
])('reports %s', (_, name, change, code) => {
  const [first] = rendered;
  if (first === undefined) throw new RangeError('no alarm');
  const broken = { ...first.alarm, ...change } as Alarm;
  expect(alarmRules(name, broken).map((problem) => problem.code)).toEqual([code]);
});
