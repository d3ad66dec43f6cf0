import { promQlFaults } from '@bizflow/config/metrics';
import { type Problem, problem, unless } from '@bizflow/kernel';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import { rolloutsFlags } from '../platform/controller-values.ts';
import type { ClusterObjects, Found } from './objects.ts';
import { durationSeconds } from './quantity.ts';
import { firstTimedPause, type Release, type ReleaseRule, templatesOf } from './release.ts';

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

const templateRules = (
  { at, canary, steps }: Release,
  { path, body: { spec } }: Found<IAnalysisTemplate>,
  region: string,
): readonly Problem[] => {
  const given = canary.analysis?.args?.map(({ name }) => name) ?? [];
  const declared = spec?.args ?? [];
  const used = JSON.stringify(spec?.metrics).match(/(?<=\{\{ *args\.)[\w-]+/g) ?? [];
  const hold = durationSeconds(steps[firstTimedPause(steps)]?.pause?.duration);
  return [
    ...declared
      .filter(
        ({ name, value, valueFrom }) => !given.includes(name) && (value ?? valueFrom) === undefined,
      )
      .map(({ name }) =>
        problem({
          code: 'ANALYSIS_ARGUMENT',
          at: at('analysis/args'),
          value: name,
          reason: 'has no value, so every AnalysisRun fails',
          remedy: 'supply it in the Rollout, or give it a default in the template',
        }),
      ),
    ...[...new Set(used)]
      .filter((name) => !declared.some((argument) => argument.name === name))
      .map((name) =>
        problem({
          code: 'ANALYSIS_UNDECLARED',
          at: `${path}#/spec/metrics`,
          value: name,
          reason: 'is used, but not declared in spec.args',
          remedy: 'declare the argument in spec.args',
        }),
      ),
    ...(spec?.metrics ?? []).flatMap(({ name, initialDelay = 0, provider }, index) => [
      ...promQlFaults(provider.prometheus?.query ?? 'up').map((reason) =>
        problem({
          code: 'ANALYSIS_QUERY',
          at: `${path}#/spec/metrics/${index}/provider/prometheus/query`,
          value: name,
          reason,
          remedy: 'correct the query; Prometheus would refuse it, or always answer with nothing',
        }),
      ),
      ...unless(durationSeconds(initialDelay) < hold, {
        code: 'ANALYSIS_LATE',
        at: `${path}#/spec/metrics/${index}/initialDelay`,
        value: initialDelay,
        reason: `must be < ${hold} s, the first hold: an AnalysisRun without a measurement counts as a success`,
        remedy: 'start the analysis earlier or hold longer',
      }),
      ...unless(
        provider.prometheus === undefined ||
          provider.prometheus.authentication?.sigv4?.region === region,
        {
          code: 'ANALYSIS_REGION',
          at: `${path}#/spec/metrics/${index}/provider/prometheus`,
          value: provider.prometheus?.authentication?.sigv4?.region,
          reason: `uses ${name} outside ${region}`,
          remedy: `use the workspace of ${region}, and sign the requests for ${region}`,
        },
      ),
    ]),
  ];
};

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
