import { abortsFrom } from '@bizflow/config/release';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases, only } from '../../testing/rendered.ts';
import { judgeOf } from '../../testing/verdict.ts';

type Case = (typeof cases)[number];

const templateOf = ({ manifests }: Case) => only<IAnalysisTemplate>(manifests, 'AnalysisTemplate');
const metricOf = (subject: Case) => {
  const metric = templateOf(subject).spec.metrics?.[0];
  if (metric === undefined) throw new TypeError('no metric');
  return metric;
};
const queryOf = (subject: Case) => metricOf(subject).provider.prometheus?.query ?? '';
const seconds = (duration: unknown) => Number(/^(\d+)s$/.exec(String(duration))?.[1]);

it.each(cases)('asks the Prometheus of the region of $label, signed for that region', (subject) => {
  const { id } = subject.cluster.region;
  const prometheus = metricOf(subject).provider.prometheus;
  expect(prometheus?.authentication?.sigv4).toEqual({ region: id });
  expect(prometheus?.address).toBe(
    `https://aps-workspaces.${id}.amazonaws.com/workspaces/${subject.cluster.prometheusWorkspace}`,
  );
});

it.each(cases)('takes the times of $label from its policy', (subject) => {
  const { canary } = subject.cluster.environment;
  const { initialDelay, interval, provider } = metricOf(subject);
  expect(seconds(initialDelay)).toBe(canary.firstSampleSeconds);
  expect(seconds(interval)).toBe(canary.sampleSeconds);
  expect(provider.prometheus?.timeout).toBe(canary.queryTimeoutSeconds);
});

it.each(cases)('takes the limits of $label from its policy', (subject) => {
  const { canary } = subject.cluster.environment;
  expect(metricOf(subject)).toMatchObject({
    failureLimit: canary.failureLimit,
    inconclusiveLimit: canary.inconclusiveLimit,
    consecutiveErrorLimit: canary.queryErrorLimit,
  });
});

it.each(cases)(
  'fails $label by the counts that its policy has as proof, and by no fewer',
  (subject) => {
    const { canary } = subject.cluster.environment;
    const judge = judgeOf(metricOf(subject));
    const counts = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(counts, (requests) => {
        const from = abortsFrom(canary, requests);
        expect(judge([from, requests])).toBe('failed');
        expect(judge([from - 1, requests])).not.toBe('failed');
      }),
    );
  },
);

it.each(cases)('passes $label by enough requests only', (subject) => {
  const { minRequests } = subject.cluster.environment.canary;
  const judged = (requests: number) => judgeOf(metricOf(subject))([0, requests]);
  expect([0, minRequests - 1, minRequests].map(judged)).toEqual([
    'inconclusive',
    'inconclusive',
    'passed',
  ]);
});

it.each(cases)('balances every bracket in the query of $label', (subject) => {
  const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  const open: string[] = [];
  for (const sign of queryOf(subject).replaceAll(/"[^"]*"/g, '')) {
    if (Object.values(pairs).includes(sign)) open.push(sign);
    else if (sign in pairs) expect(open.pop()).toBe(pairs[sign]);
  }
  expect(open).toEqual([]);
});

it.each(cases)('counts $label by its own name, version and window', (subject) => {
  const { windowMinutes, readSeconds, freshSeconds } = subject.cluster.environment.canary;
  const { name, failures } = subject.service;
  const query = queryOf(subject);
  expect(query.match(/\[[^\]]+\]/g)).toEqual([
    ...Array(2).fill(`[${windowMinutes}m:${readSeconds}s]`),
    `[${freshSeconds}s]`,
  ]);
  const hash = 'rollouts_pod_template_hash="{{args.canary-hash}}"';
  const version = `${failures.attempts}{service_name="${name}",${hash},${failures.counted}`;
  // Each count reads its counter three times; the last one asks whether there is any.
  expect(query.split(version)).toHaveLength(8);
  expect(query.split(`${version},${failures.failed}}`)).toHaveLength(4);
});

it.each(cases)('selects $label by the service name that its pods report', (subject) => {
  const { template } = only<IRollout>(subject.manifests, 'Rollout').spec;
  const own = template?.spec?.containers[0]?.env?.find(({ name }) => name === 'OTEL_SERVICE_NAME');
  expect(queryOf(subject)).toContain(`service_name="${own?.value}"`);
});
