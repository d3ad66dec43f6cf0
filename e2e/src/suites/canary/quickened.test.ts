import { expect, it } from 'vitest';
import { clusterFolders } from '../../fleet/folders.ts';
import { quickened } from './quickened.ts';

const pace = { pauseSeconds: 9, metrics: 'http://127.0.0.1:9' };
const objects = clusterFolders().flatMap(({ files }) => files.map(({ body }) => body));

/** Where two values differ, as paths without the numbers of lists. */
function paths(a: unknown, b: unknown, at = ''): readonly string[] {
  if (Object.is(a, b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [at];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    paths(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      Array.isArray(a) ? `${at}[]` : `${at}.${key}`,
    ),
  );
}

const changed = (kind: string) =>
  new Set(
    objects
      .filter((object) => object.kind === kind)
      .flatMap((object) => paths(object, quickened(object, pace))),
  );

it('shortens the waits of a Rollout and changes nothing else', () => {
  const canary = '.spec.strategy.canary';
  expect([...changed('Rollout')].toSorted()).toEqual([
    '.spec.minReadySeconds',
    '.spec.progressDeadlineSeconds',
    `${canary}.abortScaleDownDelaySeconds`,
    `${canary}.scaleDownDelaySeconds`,
    `${canary}.steps[].pause.duration`,
  ]);
});

it('shortens the waits of an analysis, asks another address and signs nothing', () => {
  const metric = '.spec.metrics[]';
  expect([...changed('AnalysisTemplate')].toSorted()).toEqual([
    `${metric}.initialDelay`,
    `${metric}.interval`,
    `${metric}.provider.prometheus.address`,
    `${metric}.provider.prometheus.authentication`,
  ]);
});

it('leaves every other object of the fleet as it is', () => {
  const others = objects.filter(({ kind }) => !['Rollout', 'AnalysisTemplate'].includes(kind));
  expect(others.length).toBeGreaterThan(400);
  for (const object of others) expect(quickened(object, pace)).toBe(object);
});
