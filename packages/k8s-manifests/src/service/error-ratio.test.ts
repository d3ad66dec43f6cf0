import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { services } from '@bizflow/config';
import { gradual } from '@bizflow/config/release';
import { clusterIn } from '@bizflow/config/testing';
import { skips } from '@bizflow/testing/tools';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import { describe, expect, it } from 'vitest';
import { cases, only } from '../../testing/rendered.ts';

const noPromtool = skips(
  'promtool',
  'the error ratio in Prometheus',
  spawnSync('promtool', ['--version']).error?.message,
);

/** A counter of the new version: labels, and how much it grows a minute or its very values. */
interface Series {
  readonly labels?: Readonly<Record<string, string>>;
  readonly values: string;
}

const perMinute = (count: number): string => `0+${count}x20`;
// Two thirds of the way the process restarts and its counter begins again.
const withReset = (count: number): string => `0+${count}x7 0+${count}x12`;

const asWritten = (query: string): string => `(${query})`;
/** What is left of an answer by the condition that fails a release. */
const failing = (query: string): string => `((${query}) > ${gradual.maxErrorRatio})`;

/** The result of the rendered query of a service, ten minutes into these series. */
function answer(
  name: string,
  series: readonly Series[],
  expected: number | undefined,
  condition = asWritten,
): string {
  const judged = (query: string): string =>
    condition(query.replaceAll('{{args.canary-hash}}', 'new'));
  const subject = cases.find(({ label }) => label === `${clusterIn('production').id}/${name}`);
  const policy = services.find((service) => service.name === name)?.failures;
  if (subject === undefined || policy === undefined) throw new RangeError(`no service ${name}`);
  const template = only<IAnalysisTemplate>(subject.manifests, 'AnalysisTemplate');
  const query = template.spec.metrics?.[0]?.provider.prometheus?.query ?? '';
  const test = {
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: series.map(({ labels, values }) => ({
          series: `${policy.attempts}{${Object.entries({
            service_name: name,
            rollouts_pod_template_hash: 'new',
            pod: 'a',
            ...labels,
          })
            .map(([key, value]) => `${key}="${value}"`)
            .join(',')}}`,
          values,
        })),
        promql_expr_test: [
          {
            // In hundred-thousandths, so that no binary fraction hides a right answer.
            expr: `round(100000 * ${judged(query)})`,
            eval_time: '10m',
            exp_samples:
              expected === undefined
                ? []
                : [{ labels: '{}', value: Math.round(100_000 * expected) }],
          },
        ],
      },
    ],
  };
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

describe.skipIf(noPromtool)('the error ratio of the API, in a real Prometheus', () => {
  it.each<[string, readonly Series[], number | undefined]>([
    [
      '0.99 % errors',
      [
        { labels: ok, values: perMinute(9901) },
        { labels: failed, values: perMinute(99) },
      ],
      0.0099,
    ],
    [
      '1.00 % errors',
      [
        { labels: ok, values: perMinute(9900) },
        { labels: failed, values: perMinute(100) },
      ],
      0.01,
    ],
    [
      '1.01 % errors',
      [
        { labels: ok, values: perMinute(9899) },
        { labels: failed, values: perMinute(101) },
      ],
      0.0101,
    ],
    ['no error at all', [{ labels: ok, values: perMinute(100) }], 0],
    ['only errors', [{ labels: failed, values: perMinute(100) }], 1],
    ['no traffic', [], undefined],
    ['counters that do not change', [{ labels: ok, values: perMinute(0) }], undefined],
    ['one request a minute below the minimum', [{ labels: ok, values: perMinute(39) }], undefined],
    ['just the minimum', [{ labels: ok, values: perMinute(40) }], 0],
    [
      'only probes',
      [{ labels: { ...ok, http_route: '/health' }, values: perMinute(1000) }],
      undefined,
    ],
    [
      'errors of the stable version only',
      [
        { labels: { ...failed, rollouts_pod_template_hash: 'old' }, values: perMinute(1000) },
        { labels: ok, values: perMinute(100) },
      ],
      0,
    ],
    [
      'two pods that share the work',
      [
        { labels: { ...ok, pod: 'b' }, values: perMinute(90) },
        { labels: failed, values: perMinute(10) },
      ],
      0.1,
    ],
    [
      'a counter that starts again',
      [
        { labels: ok, values: withReset(900) },
        { labels: failed, values: withReset(100) },
      ],
      0.1,
    ],
  ])('answers %s', (_, series, expected) => {
    expect(answer('api', series, expected)).toBe('as expected');
  });

  it.each<[string, number, number | undefined]>([
    ['keeps a release at 0.99 %', 99, undefined],
    ['keeps a release at 1.00 %', 100, undefined],
    ['takes a release back at 1.01 %', 101, 0.0101],
  ])('%s', (_, errors, expected) => {
    const series = [
      { labels: ok, values: perMinute(10_000 - errors) },
      { labels: failed, values: perMinute(errors) },
    ];
    expect(answer('api', series, expected, failing)).toBe('as expected');
  });

  it('would notice another answer', () => {
    expect(answer('api', [{ labels: ok, values: perMinute(100) }], 0.5)).not.toBe('as expected');
  });
});

describe.skipIf(noPromtool)('the failure ratio of the worker, in a real Prometheus', () => {
  const done = { messaging_destination_name: 'whatsapp' };
  it.each<[string, readonly Series[], number | undefined]>([
    [
      'one message in a hundred',
      [
        { labels: done, values: perMinute(99) },
        { labels: { ...done, error_type: 'timeout' }, values: perMinute(1) },
      ],
      0.01,
    ],
    ['no message', [], undefined],
  ])('answers %s', (_, series, expected) => {
    expect(answer('whatsapp-worker', series, expected)).toBe('as expected');
  });
});
