import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { services } from '@bizflow/config';
import { clusterIn } from '@bizflow/config/testing';
import { skips } from '@bizflow/testing/tools';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import { describe, expect, it } from 'vitest';
import { cases, only } from '../../testing/rendered.ts';

const noPromtool = skips(
  'promtool',
  'the counts of the canary in Prometheus',
  spawnSync('promtool', ['--version']).error?.message,
);

/** A counter of the new version: labels, and how much it grows a minute or its very values. */
interface Series {
  readonly labels?: Readonly<Record<string, string>>;
  readonly values: string;
}

const perMinute = (count: number): string => `0+${count}x20`;
// After seven minutes the process starts again, and its counter with it.
const withReset = (count: number): string => `0+${count}x7 0+${count}x12`;
/** A counter whose first value, after so many minutes, is not zero. */
const born = (minute: number, first: number, count: number): string =>
  `_x${minute} ${first}+${count}x${19 - minute}`;

/** Says whether the rendered query of a service counts `[failed, requests]`, ten minutes into these series. */
function counts(
  name: string,
  series: readonly Series[],
  expected: readonly [failed: number, requests: number],
): string {
  const subject = cases.find(({ label }) => label === `${clusterIn('production').id}/${name}`);
  const policy = services.find((service) => service.name === name)?.failures;
  if (subject === undefined || policy === undefined) throw new RangeError(`no service ${name}`);
  const template = only<IAnalysisTemplate>(subject.manifests, 'AnalysisTemplate');
  const query = template.spec.metrics?.[0]?.provider.prometheus?.query ?? '';
  const labels = { service_name: name, rollouts_pod_template_hash: 'new', pod: 'a' };
  return promtool({
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: series.map((one) => ({
          series: `${policy.attempts}${selector({ ...labels, ...one.labels })}`,
          values: one.values,
        })),
        promql_expr_test: [
          {
            expr: query.replaceAll('{{args.canary-hash}}', 'new'),
            eval_time: '10m',
            exp_samples: [
              { labels: '{count="failed"}', value: expected[0] },
              { labels: '{count="requests"}', value: expected[1] },
            ],
          },
        ],
      },
    ],
  });
}

const selector = (labels: Readonly<Record<string, string>>): string =>
  `{${Object.entries(labels).map(([key, value]) => `${key}="${value}"`)}}`;

function promtool(test: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'promtool-'));
  writeFileSync(join(folder, 'test.json'), JSON.stringify(test));
  const { stdout, stderr, status } = spawnSync(
    'promtool',
    ['test', 'rules', join(folder, 'test.json')],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  return status === 0 ? 'as expected' : stdout + stderr;
}

const page = { http_route: '/orders' };
const ok = { ...page, http_response_status_code: '200' };
const failed = { ...page, http_response_status_code: '503' };
/** Many series, each with requests of its own. */
const routes = (count: number, values: string, labels = ok): readonly Series[] =>
  Array.from({ length: count }, (_, route) => ({
    labels: { ...labels, http_route: `/${route}` },
    values,
  }));

describe.skipIf(noPromtool)('the counts of the API, in a real Prometheus', () => {
  it.each<[string, readonly Series[], readonly [number, number]]>([
    [
      'growth of both kinds',
      [
        { labels: ok, values: perMinute(9901) },
        { labels: failed, values: perMinute(99) },
      ],
      [990, 100_000],
    ],
    ['no error at all', [{ labels: ok, values: perMinute(100) }], [0, 1000]],
    ['only errors', [{ labels: failed, values: perMinute(100) }], [1000, 1000]],
    ['no traffic', [], [0, 0]],
    ['counters that do not change', [{ labels: ok, values: perMinute(0) }], [0, 0]],
    [
      'only probes',
      [{ labels: { ...ok, http_route: '/health' }, values: perMinute(1000) }],
      [0, 0],
    ],
    [
      'errors of the stable version only',
      [
        { labels: { ...failed, rollouts_pod_template_hash: 'old' }, values: perMinute(1000) },
        { labels: ok, values: perMinute(100) },
      ],
      [0, 1000],
    ],
    [
      'two pods that share the work',
      [
        { labels: { ...ok, pod: 'b' }, values: perMinute(90) },
        { labels: failed, values: perMinute(10) },
      ],
      [100, 1000],
    ],
    [
      'counters that start again',
      [
        { labels: ok, values: withReset(900) },
        { labels: failed, values: withReset(100) },
      ],
      [900, 9000],
    ],
    [
      'a counter that is born with its first request',
      [{ labels: ok, values: born(9, 1, 0) }],
      [0, 1],
    ],
    [
      'an error that is the only one of its series',
      [
        { labels: ok, values: perMinute(99) },
        { labels: failed, values: born(8, 10, 0) },
      ],
      [10, 1000],
    ],
    [
      '40 label sets of one request each, and 3 of one error each',
      [...routes(40, born(6, 1, 0)), ...routes(3, born(7, 1, 0), failed)],
      [3, 43],
    ],
    [
      'a counter that starts again above zero',
      [{ labels: ok, values: '_x2 50+10x4 7+10x12' }],
      [0, 50 + 40 + 7 + 30],
    ],
    [
      'a pod that is replaced, with all that it had counted',
      [
        { labels: ok, values: `${born(1, 5, 5).replace('x18', 'x3')} stale` },
        { labels: { ...ok, pod: 'b' }, values: born(6, 5, 5) },
      ],
      [0, 20 + 25],
    ],
    [
      'nothing of counters that no pod sends any more',
      [{ labels: ok, values: '0+100x6 _x20' }],
      [0, 0],
    ],
  ])('count %s', (_, series, expected) => {
    expect(counts('api', series, expected)).toBe('as expected');
  });

  it('would notice another answer', () => {
    const series = [{ labels: ok, values: perMinute(100) }];
    expect(counts('api', series, [1, 1000])).not.toBe('as expected');
  });
});

describe.skipIf(noPromtool)('the counts of the worker, in a real Prometheus', () => {
  const done = { messaging_destination_name: 'whatsapp' };
  it.each<[string, readonly Series[], readonly [number, number]]>([
    [
      'one message in a hundred',
      [
        { labels: done, values: perMinute(99) },
        { labels: { ...done, error_type: 'timeout' }, values: perMinute(1) },
      ],
      [10, 1000],
    ],
    ['no message', [], [0, 0]],
  ])('count %s', (_, series, expected) => {
    expect(counts('whatsapp-worker', series, expected)).toBe('as expected');
  });
});
