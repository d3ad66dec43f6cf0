import { type Problem, unless } from '@bizflow/kernel';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { type ClusterObjects, type Found, selects } from './objects.ts';
import type { Release, ReleaseRule } from './release.ts';

/** One autoscaler owns the count of the release, and a budget protects the pods it really has. */
export const releaseIsScaled: ReleaseRule = (release, objects) => {
  const { path, name, namespace, body, pod } = release;
  const scalers = scalersOf(release, objects);
  const labels = pod?.metadata?.labels;
  const budgets = objects.inNamespace<IPodDisruptionBudget>('PodDisruptionBudget', namespace);
  return [
    ...unless(scalers.length === 1, {
      code: 'RELEASE_AUTOSCALER',
      at: path,
      value: `${scalers.length} autoscalers`,
      reason: `scale ${name}; exactly one HorizontalPodAutoscaler must`,
      remedy: 'render one HorizontalPodAutoscaler whose target is the Rollout',
    }),
    ...unless(body.spec?.replicas === undefined, {
      code: 'RELEASE_REPLICAS',
      at: `${path}#/spec/replicas`,
      value: body.spec?.replicas,
      reason: 'is set by the autoscaler: each sync would overwrite it',
      remedy: 'leave replicas out',
    }),
    ...unless(selects(body.spec?.selector?.matchLabels, labels), {
      code: 'RELEASE_SELECTOR',
      at: `${path}#/spec/selector`,
      value: JSON.stringify(body.spec?.selector?.matchLabels),
      reason: 'does not select the pods of its own template',
      remedy: 'use the labels of the pod template',
    }),
    ...unless(
      budgets.some((budget) => selects(budget.body.spec?.selector?.matchLabels, labels)),
      {
        code: 'RELEASE_BUDGET',
        at: path,
        value: name,
        reason: 'has no PodDisruptionBudget: a drain could evict all its pods at once',
        remedy: 'add a PodDisruptionBudget that selects the labels of the pods',
      },
    ),
  ];
};

/** An autoscaler of a Rollout that is not there scales nothing, and says so only in its events. */
export const scalersFindRollouts = (objects: ClusterObjects): readonly Problem[] =>
  objects
    .ofKind<IHorizontalPodAutoscaler>('HorizontalPodAutoscaler')
    .flatMap(({ path, namespace, body }) => {
      const { apiVersion, kind, name } = body.spec?.scaleTargetRef ?? {};
      return unless(
        apiVersion === 'argoproj.io/v1alpha1' &&
          kind === 'Rollout' &&
          objects.named('Rollout', namespace, name ?? '') !== undefined,
        {
          code: 'AUTOSCALER_TARGET',
          at: `${path}#/spec/scaleTargetRef`,
          value: `${kind} ${name}`,
          reason: 'is not a Rollout in this namespace',
          remedy: 'write the name of the Rollout and its API version',
        },
      );
    });

/** The autoscalers of a release. */
export const scalersOf = (
  { name, namespace }: Release,
  objects: ClusterObjects,
): readonly Found<IHorizontalPodAutoscaler>[] =>
  objects
    .inNamespace<IHorizontalPodAutoscaler>('HorizontalPodAutoscaler', namespace)
    .filter(({ body }) => body.spec?.scaleTargetRef.name === name);
