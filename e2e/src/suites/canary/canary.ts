import type { Manifest } from '@bizflow/config';
import { clusterFolders } from '../../fleet/folders.ts';
import { goLive, production } from '../../fleet/live.ts';
import { E2eError, problemsOf } from '../../harness/e2e-error.ts';
import { type Bench, nothing, type Suite } from '../../suite.ts';
import { longOutage } from './long-outage.ts';
import { type Metrics, metricsServer } from './metrics.ts';
import { quickened } from './quickened.ts';
import { canaryOf, healthy } from './rollout.ts';
import { scenarios } from './scenarios.ts';
import { subject } from './subject.ts';

/** Releases of every kind, by the real Argo Rollouts, with the committed Rollouts and analyses. */
export const canary: Suite = {
  name: 'canary',
  proves: 'the real Argo Rollouts moves traffic, and takes it back, as the policy says',
  missing: nothing,
  run: async (bench) => {
    const [quick, slow] = [await metricsServer(), await metricsServer()];
    await rehearse(bench, quick, slow).finally(() => Promise.all([quick.stop(), slow.stop()]));
  },
};

const rehearse = ({ definitions, cluster, holds, count }: Bench, quick: Metrics, slow: Metrics) =>
  cluster('canary', async (plane) => {
    const folder = production(clusterFolders());
    const objects = folder.files.map(({ body }) => body);
    const [routed, plain] = subjects(objects);
    // Two services, two paces: while one makes its releases, the other waits out a long outage.
    const pace = ({ metadata }: Manifest) =>
      metadata.namespace === plain.metadata.namespace
        ? { pauseSeconds: 60, metrics: slow.address }
        : { pauseSeconds: 20, metrics: quick.address };
    const quicken = (object: Manifest) => quickened(object, pace(object));
    count((await goLive(plane, definitions, folder, quicken)).length);
    const late = subject(plane.api, quicken(plain));
    const meanwhile = problemsOf(longOutage(late, slow, errorLimit(plain, objects)));
    const ingress = ingressOf(routed, objects);
    const own = objects.filter(({ metadata }) => metadata.namespace === routed.metadata.namespace);
    const rehearsal = {
      ...{ subject: subject(plane.api, quicken(routed)), metrics: quick, ingress },
      objects: own,
    };
    await rehearsal.subject.is('is installed', 120, healthy);
    for (const { sentence, play } of scenarios) holds(sentence, await problemsOf(play(rehearsal)));
    holds('an outage of the metrics longer than the limit aborts the release', await meanwhile);
  });

/** A Rollout whose weights a load balancer carries, and one whose weights are pods. */
function subjects(objects: readonly Manifest[]): readonly [Manifest, Manifest] {
  const rollouts = objects.filter(({ kind }) => kind === 'Rollout');
  const routed = rollouts.find((one) => canaryOf(one).trafficRouting !== undefined);
  const plain = rollouts.find((one) => canaryOf(one).trafficRouting === undefined);
  if (routed === undefined || plain === undefined) throw new E2eError('no two kinds of Rollout');
  return [routed, plain];
}

const inSpaceOf = (
  { metadata }: Manifest,
  objects: readonly Manifest[],
  kind: string,
): Manifest => {
  const found = objects.find(
    (one) => one.kind === kind && one.metadata.namespace === metadata.namespace,
  );
  if (found === undefined) throw new E2eError(`${metadata.namespace} has no ${kind}`);
  return found;
};

const ingressOf = (rollout: Manifest, objects: readonly Manifest[]): Manifest =>
  inSpaceOf(rollout, objects, 'Ingress');

const errorLimit = (rollout: Manifest, objects: readonly Manifest[]): number => {
  const { spec } = inSpaceOf(rollout, objects, 'AnalysisTemplate');
  const { metrics } = spec as { metrics: readonly [{ consecutiveErrorLimit: number }] };
  return metrics[0].consecutiveErrorLimit;
};
