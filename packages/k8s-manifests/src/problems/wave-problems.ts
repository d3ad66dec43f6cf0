import type { Manifest, ManifestFile } from '@bizflow/config';
import { builtInKinds, controllers } from '@bizflow/config/platform';
import { type Problem, problem } from '@bizflow/kernel';
import { bootstrapFolder, platformFolder } from '../folders.ts';
import { type ClusterObjects, groupOf, waveOf } from './objects.ts';

const kindOf = (body: Manifest): string => `${body.kind}.${groupOf(body)}`;

/** Waves of the controllers, by the kinds they act on; EKS acts on its own from the start. */
const served: ReadonlyMap<string, number> = new Map<string, number>([
  ...controllers.flatMap(({ serves, wave }) =>
    serves.map((kind): [string, number] => [kind, wave]),
  ),
  ...builtInKinds.map((kind): [string, number] => [kind, Number.NEGATIVE_INFINITY]),
]);

/** A group that Kubernetes itself serves has no dot, or ends in k8s.io. */
const isCustom = (body: Manifest): boolean => {
  const group = groupOf(body);
  return group.includes('.') && !group.endsWith('.k8s.io');
};

/** Each custom resource comes after its controller, and nothing waits for a Rollout. */
export const waveProblems = (objects: ClusterObjects): readonly Problem[] => {
  const arrives = arrivals(objects);
  return [
    ...[...objects.folders].flatMap(([folder, files]) => {
      const arrival = arrives(folder);
      return files.flatMap((file) => lateController(file, arrival));
    }),
    ...releaseOrder(objects),
  ];
};

/** The bootstrap wave that brings a folder: that of its component, or of the ApplicationSets. */
const arrivals = (objects: ClusterObjects): ((folder: string) => number | undefined) => {
  const bootstrap = bootstrapFolder(objects.cluster);
  const platform = platformFolder(objects.cluster, '');
  const waves = new Map(
    objects.ofKind<Manifest>('Application').map(({ name, body }) => [name, waveOf(body)]),
  );
  const last = Math.min(
    ...objects.ofKind<Manifest>('ApplicationSet').map(({ body }) => waveOf(body)),
  );
  return (folder) => {
    // A person brings Argo CD and the root: what it reads itself is there before anything.
    if (folder === bootstrap) return Number.POSITIVE_INFINITY;
    return folder.startsWith(platform) ? waves.get(folder.slice(platform.length)) : last;
  };
};

const lateController = (
  { path, body }: ManifestFile,
  arrival: number | undefined,
): readonly Problem[] => {
  if (arrival === undefined) {
    const remedy = 'render an Application for its component';
    return [
      problem({
        code: 'WAVE_NO_CARRIER',
        at: path,
        value: body.kind,
        reason: 'is in a folder that no Application pulls',
        remedy,
      }),
    ];
  }
  if (!isCustom(body)) return [];
  const controller = served.get(kindOf(body));
  if (controller !== undefined && controller < arrival) return [];
  const reason =
    controller === undefined
      ? `has no controller that acts on ${kindOf(body)}`
      : `does not come after the controller of ${kindOf(body)} (wave ${controller})`;
  const remedy = 'correct the wave in components.ts, or the table in controllers.ts';
  return [
    problem({
      code: 'WAVE_CONTROLLER',
      at: path,
      value: `wave ${arrival}`,
      reason,
      remedy,
    }),
  ];
};

/** Healthy only together with their Rollout, so that an earlier wave would wait for ever (0010). */
const together = ['Ingress', 'HorizontalPodAutoscaler'];

// A Rollout at its gate holds its sync: what comes after it never would, and what it needs must be there.
const releaseOrder = (objects: ClusterObjects): readonly Problem[] => {
  const rollouts = new Map(
    objects.ofKind<Manifest>('Rollout').map(({ namespace, body }) => [namespace, waveOf(body)]),
  );
  return objects.files.flatMap(({ path, body }) => {
    const release = rollouts.get(body.metadata.namespace ?? '');
    const wave = waveOf(body);
    if (release === undefined || body.kind === 'Rollout') return [];
    const right = together.includes(body.kind) ? wave === release : wave <= release;
    const hook = body.metadata.annotations?.['argocd.argoproj.io/hook'];
    // One before the release, with its own wave, holds nothing but that release.
    const hooked = hook !== undefined && !(hook === 'Sync' && wave < release);
    return right && !hooked ? [] : [unfit(path, hooked ? 'a hook' : `wave ${wave}`, release)];
  });
};

const unfit = (path: string, found: string, release: number): Problem =>
  problem({
    code: 'WAVE_RELEASE',
    at: path,
    value: found,
    reason: `does not fit the Rollout's wave ${release}: it would wait for the release, or the release for it`,
    remedy: 'put what is healthy only with the Rollout into its wave, and the rest before',
  });
