import { promQlFaults } from '@bizflow/config/metrics';
import { type Problem, problem, unless } from '@bizflow/kernel';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import { firstTimedPause } from '../service/canary-steps.ts';
import type { Found } from './objects.ts';
import { durationSeconds } from './quantity.ts';
import type { Release } from './release.ts';

/** A template that judges a release gets its arguments, and starts in time in its own region. */
export const templateRules = (
  { at, canary, steps }: Release,
  found: Found<IAnalysisTemplate>,
  region: string,
): readonly Problem[] => {
  const { path, body } = found;
  const { spec } = body;
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
    ...metricRules(found, hold, region),
  ];
};

const metricRules = (
  { path, body: { spec } }: Found<IAnalysisTemplate>,
  hold: number,
  region: string,
): readonly Problem[] =>
  (spec?.metrics ?? []).flatMap(({ name, initialDelay = 0, provider }, index) => [
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
  ]);
