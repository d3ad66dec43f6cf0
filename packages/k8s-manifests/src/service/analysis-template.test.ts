import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import { expect, it } from 'vitest';
import { cases, only } from '../../testing/rendered.ts';

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

it.each(cases)('measures $label twice before its first hold ends', (subject) => {
  const { initialDelay, interval } = metricOf(subject);
  const [first] = subject.cluster.environment.canary.steps;
  const hold = 60 * (first?.holdMinutes ?? 0);
  expect(seconds(initialDelay)).toBe(subject.cluster.environment.canary.firstSampleSeconds);
  expect(seconds(initialDelay)).toBeLessThan(hold);
  expect(seconds(initialDelay) + seconds(interval)).toBeLessThanOrEqual(hold);
});

it.each(cases)('takes the limits of $label from its policy', (subject) => {
  const { canary } = subject.cluster.environment;
  expect(metricOf(subject)).toMatchObject({
    failureLimit: canary.failureLimit,
    inconclusiveLimit: canary.inconclusiveLimit,
    consecutiveErrorLimit: canary.queryErrorLimit,
  });
});

it.each(cases)('lets neither no answer nor too few requests of $label pass or fail', (subject) => {
  const { maxErrorRatio } = subject.cluster.environment.canary;
  const { successCondition, failureCondition } = metricOf(subject);
  const answer = 'len(result) > 0';
  expect(successCondition).toBe(`${answer} && !isNaN(result[0]) && result[0] <= ${maxErrorRatio}`);
  expect(failureCondition).toBe(`${answer} && result[0] > ${maxErrorRatio}`);
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

it.each(cases)('counts $label by its own name, version, window and minimum', (subject) => {
  const { windowMinutes, minRequests } = subject.cluster.environment.canary;
  const { name, failures } = subject.service;
  const query = queryOf(subject);
  expect(query).toContain(`>= ${minRequests})`);
  expect(query.match(/\[\d+m\]/g)).toEqual(Array(3).fill(`[${windowMinutes}m]`));
  const hash = 'rollouts_pod_template_hash="{{args.canary-hash}}"';
  const version = `${failures.attempts}{service_name="${name}",${hash}`;
  expect(query.split(version)).toHaveLength(4);
  expect(query.split(failures.failed)).toHaveLength(2);
});

it.each(cases)('selects $label by the service name that its pods report', (subject) => {
  const { template } = only<IRollout>(subject.manifests, 'Rollout').spec;
  const own = template?.spec?.containers[0]?.env?.find(({ name }) => name === 'OTEL_SERVICE_NAME');
  expect(queryOf(subject)).toContain(`service_name="${own?.value}"`);
});
