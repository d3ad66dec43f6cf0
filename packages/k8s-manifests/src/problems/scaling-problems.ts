import { type Problem, unless } from '@bizflow/region-catalog';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { type ClusterObjects, type Found, selects } from './objects.ts';
import type { Release, ReleaseRule } from './release.ts';

/** One autoscaler owns the count of the release, and a budget protects the pods it really has. */
export const scalingProblems: ReleaseRule = (release, objects) => {
  const { path, name, namespace, body, pod } = release;
  const scalers = scalersOf(release, objects);
  const labels = pod?.metadata?.labels;
  const budgets = objects.inNamespace<IPodDisruptionBudget>('PodDisruptionBudget', namespace);
  return [
    ...unless(
      scalers.length === 1,
      'RELEASE_AUTOSCALER',
      path,
      `${scalers.length} autoscalers`,
      `scale ${name}; exactly one must`,
      'render one HorizontalPodAutoscaler whose target is the Rollout',
    ),
    ...unless(
      body.spec?.replicas === undefined,
      'RELEASE_REPLICAS',
      `${path}#/spec/replicas`,
      `${body.spec?.replicas}`,
      'is what the autoscaler owns: each sync would undo its work',
      'leave replicas out',
    ),
    ...unless(
      selects(body.spec?.selector?.matchLabels, labels),
      'RELEASE_SELECTOR',
      `${path}#/spec/selector`,
      JSON.stringify(body.spec?.selector?.matchLabels),
      'does not find the pods of its own template',
      "select by the template's labels",
    ),
    ...unless(
      budgets.some((budget) => selects(budget.body.spec?.selector?.matchLabels, labels)),
      'RELEASE_BUDGET',
      path,
      name,
      'has no disruption budget that selects its pods: a drain could take them all',
      "select the pods' labels in a PodDisruptionBudget",
    ),
  ];
};

/** An autoscaler of a Rollout that is not there scales nothing, and says so only in its events. */
export const orphanedScalers = (objects: ClusterObjects): readonly Problem[] =>
  objects
    .ofKind<IHorizontalPodAutoscaler>('HorizontalPodAutoscaler')
    .flatMap(({ path, namespace, body }) => {
      const { apiVersion, kind, name } = body.spec?.scaleTargetRef ?? {};
      return unless(
        apiVersion === 'argoproj.io/v1alpha1' &&
          kind === 'Rollout' &&
          objects.named('Rollout', namespace, name ?? '') !== undefined,
        'AUTOSCALER_TARGET',
        `${path}#/spec/scaleTargetRef`,
        `${kind} ${name}`,
        'is no Rollout of the namespace',
        'name the Rollout and its API version',
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
