import { type Problem, problem, unless } from '@bizflow/kernel';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import { rolloutsFlags } from '../platform/controller-values.ts';
import type { ClusterObjects } from './objects.ts';
import { type Release, type ReleaseRule, templatesOf } from './release.ts';
import { templateRules } from './template-rules.ts';

/** The canary has an analysis whose templates exist, get their arguments and start in time. */
export const canaryIsJudged: ReleaseRule = (release, objects) => {
  const { at, canary, namespace } = release;
  const templates = canary.analysis?.templates ?? [];
  return [
    ...unless(templates.length > 0, {
      code: 'ANALYSIS_MISSING',
      at: at('analysis'),
      value: release.name,
      reason: 'has no analysis, so Argo Rollouts would not abort a bad version',
      remedy: 'name an AnalysisTemplate',
    }),
    ...verifiedArguments(release, objects),
    ...templatesOf(release).flatMap((name) => {
      const found = objects.named<IAnalysisTemplate>('AnalysisTemplate', namespace, name);
      if (found === undefined) return [unknown(at('analysis/templates'), name)];
      // One of a step is over before there is traffic to measure.
      return templates.some(({ templateName }) => templateName === name)
        ? templateRules(release, found, objects.cluster.region.id)
        : [];
    }),
  ];
};

const unknown = (at: string, name: string): Problem =>
  problem({
    code: 'ANALYSIS_UNKNOWN',
    at,
    value: name,
    reason:
      'is not an AnalysisTemplate in this namespace; Argo Rollouts would report this only during the release',
    remedy: 'render the template, or correct the name',
  });

// Without the flag the controller leaves `status.alb` empty and every run errors.
const verifiedArguments = (
  { at, canary }: Release,
  objects: ClusterObjects,
): readonly Problem[] => {
  const names = (canary.analysis?.args ?? []).filter(({ valueFrom }) =>
    valueFrom?.fieldRef?.fieldPath.startsWith('status.alb'),
  );
  return names.length === 0 || flagsOf(objects).includes(rolloutsFlags.verifyTargetGroup)
    ? []
    : names.map(({ name }) =>
        problem({
          code: 'ANALYSIS_UNVERIFIED',
          at: at('analysis/args'),
          value: name,
          reason: 'reads a value that Argo Rollouts writes only with --aws-verify-target-group',
          remedy: 'set the flag on the controller, or use another value',
        }),
      );
};

/** The flags that the cluster's Argo Rollouts is started with. */
export const flagsOf = (objects: ClusterObjects): readonly string[] => {
  const application = objects.named<IApplication>('Application', 'argocd', 'argo-rollouts');
  const values = application?.body.spec.source?.helm?.valuesObject as
    | { readonly controller?: { readonly extraArgs?: readonly string[] } }
    | undefined;
  return values?.controller?.extraArgs ?? [];
};
