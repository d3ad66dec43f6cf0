import type { Manifest, ManifestFile } from '@bizflow/config';
import { builtInKinds, controllers, policyController } from '@bizflow/config/platform';
import { type Problem, problem } from '@bizflow/kernel';
import { applicationWaves, arrivals, type Waves } from './arrivals.ts';
import { isCustom, kindOf } from './kinds.ts';
import { type ClusterObjects, groupOf, waveOf } from './objects.ts';

/** Each custom resource comes after its controller, and nothing waits for a Rollout. */
export const wavesAreInOrder = (objects: ClusterObjects): readonly Problem[] => {
  const arrives = arrivals(objects);
  const served = servedKinds(applicationWaves(objects));
  return [
    ...[...objects.folders].flatMap(([folder, files]) => {
      const arrival = arrives(folder);
      return arrival === undefined
        ? files.map(uncarried)
        : files.flatMap((file) => lateController(file, arrival, served));
    }),
    ...releaseOrder(objects),
  ];
};

/** Waves of the controllers, by the kinds they act on; EKS acts on its own from the start. */
const servedKinds = (applications: Waves): Waves =>
  new Map<string, number>([
    ...[...controllers, policyController].flatMap(({ name, serves }) =>
      serves.map((kind): [string, number] => [kind, applications.get(name) ?? Number.NaN]),
    ),
    ...builtInKinds.map((kind): [string, number] => [kind, Number.NEGATIVE_INFINITY]),
  ]);

const uncarried = ({ path, body }: ManifestFile): Problem =>
  problem({
    code: 'WAVE_NO_CARRIER',
    at: path,
    value: body.kind,
    reason: 'is in a folder that no Application pulls',
    remedy: 'render an Application for its component',
  });

const lateController = (
  { path, body }: ManifestFile,
  arrival: number,
  served: Waves,
): readonly Problem[] => {
  if (!isCustom(groupOf(body))) return [];
  const controller = served.get(kindOf(body));
  if (controller !== undefined && controller < arrival) return [];
  const reason =
    controller === undefined
      ? `has no controller that reconciles ${kindOf(body)}`
      : `must be in a later sync wave than ${controller}, the wave of the controller of ${kindOf(body)}`;
  return [
    problem({
      code: 'WAVE_CONTROLLER',
      at: path,
      value: `wave ${arrival}`,
      reason,
      remedy: 'in components.ts, add that controller to `after`, or correct controllers.ts',
    }),
  ];
};

/**
 * Of the Rollout's own wave: an Ingress and an autoscaler are healthy only with it (0010), and a Job in an
 * earlier one would hold it back, reverts included, for as long as the Job fails.
 */
const together = ['Ingress', 'HorizontalPodAutoscaler', 'Job'];

// A Rollout that waits for approval blocks its sync: objects that it needs must be in an earlier wave.
const releaseOrder = (objects: ClusterObjects): readonly Problem[] => {
  const rollouts = new Map(
    objects.ofKind<Manifest>('Rollout').map(({ namespace, body }) => [namespace, waveOf(body)]),
  );
  return objects.files.flatMap(({ path, body }) => {
    const release = rollouts.get(body.metadata.namespace ?? '');
    const wave = waveOf(body);
    if (release === undefined || body.kind === 'Rollout') return [];
    const right = together.includes(body.kind) ? wave === release : wave <= release;
    // A hook runs at each sync: also a revert would wait for it, and stop where it fails.
    const hooked = body.metadata.annotations?.['argocd.argoproj.io/hook'] !== undefined;
    return right && !hooked ? [] : [unfit(path, hooked ? 'a hook' : `wave ${wave}`, release)];
  });
};

const unfit = (path: string, found: string, release: number): Problem =>
  problem({
    code: 'WAVE_RELEASE',
    at: path,
    value: found,
    reason: `must fit the sync wave ${release} of the Rollout: otherwise one of them waits for the other, and so does a revert`,
    remedy:
      'put Jobs and what is healthy only with the Rollout in its wave, all others before it, and use no hooks',
  });
