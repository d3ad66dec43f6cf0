import { clusters, type Fleet, fleet } from '@bizflow/config';
import { alarmSentence } from '@bizflow/config/alarms';
import { metrics } from '@bizflow/config/metrics';
import { metrics as contract } from '@bizflow/metrics';
import { expect, it } from 'vitest';
import { regionRoot } from '../region-root.ts';
import { dashboardRules } from './cloudwatch-rules.ts';
import type { Dashboard } from './dashboards/panel.ts';
import { dashboardsOf } from './observability.ts';

const facts = fleet(
  {
    apiVersion: 'images.bizflow.app/v1',
    images: { production: {}, staging: {} },
  },
  {},
);
const all = clusters(facts).flatMap((cluster) => Object.entries(dashboardsOf(cluster, facts)));
const titles = (name: string): readonly unknown[] =>
  all
    .filter(([own]) => own === name)
    .flatMap(([, { widgets }]) => widgets.map(({ properties }) => properties.title));

it('makes each dashboard once: global, business, and one a place', () => {
  const names = all.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { environment } of clusters(facts)) {
    expect(names).toContain(`bizflow-${environment.name}-global-overview`);
    expect(names).toContain(`bizflow-${environment.name}-business`);
  }
  for (const { name } of clusters(facts)) expect(names).toContain(name);
});

it("shows what the document's three lists name", () => {
  expect(titles('bizflow-production-global-overview').join('; ')).toMatch(
    /Request count by region.*Error rate by region.*Latency p50.*Latency p95.*Latency p99.*Active users by region/,
  );
  expect(titles('bizflow-production-business').join('; ')).toMatch(
    /Tenant activity.*API usage by tenant.*WhatsApp messages.*Subscriptions by billing status/,
  );
  for (const { name } of clusters(facts)) {
    expect(titles(name).join('; ')).toMatch(/EKS.*Database Insights.*Redis.*ALB/);
  }
});

it('places widgets on the grid of 24 without one over another', () => {
  for (const [name, { widgets }] of all) {
    for (const a of widgets) {
      expect(a.x + a.width, name).toBeLessThanOrEqual(24);
      const over = widgets.filter(
        (b) =>
          a !== b &&
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y < b.y + b.height &&
          b.y < a.y + a.height,
      );
      expect(over, name).toEqual([]);
    }
  }
});

it('shows only metrics that something emits, and every metric of an application', () => {
  const text = JSON.stringify(all);
  const drawn = all.flatMap(([, { widgets }]) =>
    widgets.flatMap(({ properties }) => (properties.metrics ?? []) as readonly unknown[][]),
  );
  const known = new Set(
    Object.values(metrics).map(({ namespace, name }) => `${namespace} ${name}`),
  );
  for (const [namespace, name] of drawn) {
    if (typeof namespace === 'string') expect(known).toContain(`${namespace} ${String(name)}`);
  }
  for (const { name } of Object.values(contract)) expect(text).toContain(name);
});

it('reads each region where its numbers lie', () => {
  const places = clusters(facts).filter(({ environment }) => environment.name === 'production');
  const business = all.find(([name]) => name === 'bizflow-production-business')?.[1];
  const logs = business?.widgets.filter(({ type }) => type === 'log') ?? [];
  for (const { region, id } of places) {
    const own = logs.filter(({ properties }) => properties.region === region.id);
    expect(own.length).toBe(2);
    for (const { properties } of own) expect(properties.query).toContain(`/bizflow/${id}/metrics`);
  }
});

/** The paths at which two values differ. */
const differences = (before: unknown, after: unknown, path = ''): readonly string[] => {
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) {
    return before === after ? [] : [path];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    differences(
      (before as Record<string, unknown>)[key],
      (after as Record<string, unknown>)[key],
      `${path}/${key}`,
    ),
  );
};
const roots = (changed: Fleet) =>
  clusters(changed).flatMap((cluster) =>
    regionRoot(cluster, changed, { ruleJson: '[]', redactedHeaders: [] }),
  );
const line =
  /\/module\/observability\/dashboards\/.*\/annotations\/horizontal\/\d+\/(?:label|value)$/;

it.each(facts.alarms)(
  'moves with the threshold of $name its alarm, its lines and nothing else',
  (alarm) => {
    const moved = {
      ...facts,
      alarms: facts.alarms.map((one) =>
        one.name === alarm.name ? { ...one, threshold: one.threshold + 1 } : one,
      ),
    };
    const found = differences(roots(facts), roots(moved));
    const own = new RegExp(
      `/module/observability/(?:certificate_)?alarms/(?:.*-)?${alarm.name}/(?:threshold|description)$`,
    );
    expect(found.filter((path) => !own.test(path) && !line.test(path))).toEqual([]);
    expect(found.filter((path) => own.test(path)).length).toBeGreaterThan(0);
    const before = JSON.stringify(roots(facts));
    const lines = before.split(`"label":"${alarmSentence(alarm, 'production')}"`).length - 1;
    const staging = before.split(`"label":"${alarmSentence(alarm, 'staging')}"`).length - 1;
    const same = alarmSentence(alarm, 'production') === alarmSentence(alarm, 'staging');
    expect(found.filter((path) => line.test(path))).toHaveLength(
      2 * (same ? lines : lines + staging),
    );
  },
);

const body = (widgets: readonly object[]): Dashboard =>
  ({
    widgets: widgets.map((properties) => ({ type: 'metric', properties })),
  }) as unknown as Dashboard;
const many = (count: number) => Array.from({ length: count }, () => []);

it.each([
  ['a name with a space', 'a name', body([]), 'DASHBOARD_NAME'],
  ['501 widgets', 'x', body(many(501)), 'DASHBOARD_WIDGETS'],
  ['501 metrics in one widget', 'x', body([{ metrics: many(501) }]), 'DASHBOARD_WIDGET_METRICS'],
  ['101 alarms in one widget', 'x', body([{ alarms: many(101) }]), 'DASHBOARD_WIDGET_ALARMS'],
  [
    'more than 2500 metrics',
    'x',
    body(Array.from({ length: 6 }, () => ({ metrics: many(450) }))),
    'DASHBOARD_METRICS',
  ],
  ['a body of a million bytes', 'x', body([{ markdown: 'x'.repeat(1_000_000) }]), 'DASHBOARD_SIZE'],
])('reports %s', (_, name, dashboard, code) => {
  expect(dashboardRules(name, dashboard).map((problem) => problem.code)).toEqual([code]);
});
