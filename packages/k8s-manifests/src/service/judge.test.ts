import { clusterIn } from '@bizflow/config/testing';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import { describe, expect, it } from 'vitest';
import { type End, playRelease, type Traffic } from '../../testing/release-model.ts';
import { cases, only } from '../../testing/rendered.ts';
import { judgeOf } from '../../testing/verdict.ts';

const seconds = (duration: unknown): number => {
  const [, count, unit] = /^(\d+)([ms])$/.exec(String(duration)) ?? [];
  return Number(count) * (unit === 'm' ? 60 : 1);
};

/** Plays a hundred releases of the API by what is rendered for it, and says how they ended. */
function releases(environment: 'production' | 'staging', traffic: Traffic): readonly End[] {
  const cluster = clusterIn(environment);
  const subject = cases.find(({ label }) => label === `${cluster.id}/api`);
  if (subject === undefined) throw new RangeError(`no api in ${cluster.id}`);
  const metric = only<IAnalysisTemplate>(subject.manifests, 'AnalysisTemplate').spec.metrics?.[0];
  if (metric === undefined) throw new TypeError('no metric');
  const steps = only<IRollout>(subject.manifests, 'Rollout').spec.strategy?.canary?.steps ?? [];
  const percents = steps.flatMap(({ setWeight }) => setWeight ?? []);
  const holds = steps
    .flatMap(({ pause }) => pause?.duration ?? [])
    .map((duration, index) => ({ percent: percents[index] ?? 0, seconds: seconds(duration) }));
  const sampling = {
    firstSeconds: seconds(metric.initialDelay),
    everySeconds: seconds(metric.interval),
    windowSeconds: 60 * cluster.environment.canary.windowMinutes,
    failureLimit: Number(metric.failureLimit),
    inconclusiveLimit: Number(metric.inconclusiveLimit),
  };
  return Array.from({ length: 100 }, (_, seed) =>
    playRelease(seed, traffic, holds, sampling, judgeOf(metric)),
  );
}

const count = (ends: readonly End[], wanted: End['end'], before = Number.POSITIVE_INFINITY) =>
  ends.filter(({ end, hold }) => end === wanted && hold < before).length;

describe('a hundred releases in production', () => {
  it('reach all users with 0.1 % of errors at 20 requests/s', () => {
    const ends = releases('production', { perSecond: 20, errorRatio: 0.001 });
    expect(count(ends, 'released')).toBeGreaterThanOrEqual(99);
  });

  it('are aborted at 5 % of the traffic with 5 % of errors at 20 requests/s', () => {
    const ends = releases('production', { perSecond: 20, errorRatio: 0.05 });
    expect(count(ends, 'aborted', 1)).toBeGreaterThanOrEqual(95);
  });

  it('are aborted before half of the traffic with 2 % of errors at 20 requests/s', () => {
    const ends = releases('production', { perSecond: 20, errorRatio: 0.02 });
    expect(count(ends, 'aborted', 2)).toBeGreaterThanOrEqual(95);
  });

  it('are aborted at 5 % of the traffic with 2 % of errors at 200 requests/s', () => {
    const ends = releases('production', { perSecond: 200, errorRatio: 0.02 });
    expect(count(ends, 'aborted', 1)).toBeGreaterThanOrEqual(95);
  });

  it('wait for a person at 5 % of the traffic where there is hardly any', () => {
    const ends = releases('production', { perSecond: 2, errorRatio: 0 });
    expect(count(ends, 'paused', 1)).toBe(100);
  });
});

describe('a hundred releases in staging', () => {
  it.each([0, 0.001, 0.01, 0.1, 1, 10])('never leave it broken, at %s requests/s', (perSecond) => {
    const ends = releases('staging', { perSecond, errorRatio: 1 });
    expect(count(ends, 'released')).toBe(0);
  });

  it('leave it with 0.1 % of errors at 2 requests/s', () => {
    const ends = releases('staging', { perSecond: 2, errorRatio: 0.001 });
    expect(count(ends, 'released')).toBeGreaterThanOrEqual(99);
  });
});
