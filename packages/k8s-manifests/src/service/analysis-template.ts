import type { Cluster, Service } from '@bizflow/config';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { Construct } from 'constructs';
import { customResource } from '../synth.ts';
import { kept, versionedName } from '../versioned.ts';

type Spec = IAnalysisTemplate['spec'];

const name = 'error-ratio';

/** Measures the failure ratio of the new version; gives back the name that a Rollout finds it by. */
export const analysisTemplate = (scope: Construct, cluster: Cluster, service: Service): string => {
  const spec = judgement(cluster, service);
  const versioned = versionedName(name, spec);
  customResource<IAnalysisTemplate>(scope, 'analysis-template', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: versioned, annotations: kept },
    spec,
  });
  return versioned;
};

/**
 * Asks the region's Managed Prometheus. Too few requests prove nothing, so the pair of conditions leaves
 * them inconclusive; a single condition would either pass a canary without data or fail on every run.
 */
const judgement = (cluster: Cluster, service: Service): Spec => {
  const { canary } = cluster.environment;
  const region = cluster.region.id;
  const workspace = `https://aps-workspaces.${region}.amazonaws.com/workspaces/${cluster.prometheusWorkspace}`;
  return {
    args: [{ name: 'canary-hash' }],
    metrics: [
      {
        name,
        interval: `${canary.sampleSeconds}s`,
        initialDelay: `${canary.firstSampleSeconds}s`,
        failureLimit: canary.failureLimit,
        inconclusiveLimit: canary.inconclusiveLimit,
        consecutiveErrorLimit: canary.queryErrorLimit,
        successCondition: `len(result) > 0 && !isNaN(result[0]) && result[0] <= ${canary.maxErrorRatio}`,
        failureCondition: `len(result) > 0 && result[0] > ${canary.maxErrorRatio}`,
        provider: {
          prometheus: {
            address: workspace,
            timeout: canary.queryTimeoutSeconds,
            authentication: { sigv4: { region } },
            query: errorRatio(cluster, service),
          },
        },
      },
    ],
  };
};

/** PromQL: failed over all requests of the new version, or nothing below the minimum. */
const errorRatio = ({ environment }: Cluster, { name, failures }: Service): string => {
  const { windowMinutes, minRequests } = environment.canary;
  const version = `service_name="${name}",rollouts_pod_template_hash="{{args.canary-hash}}",${failures.counted}`;
  const count = (selector: string): string =>
    `sum(increase(${failures.attempts}{${selector}}[${windowMinutes}m]))`;
  return [
    '(',
    `  (${count(`${version},${failures.failed}`)} or vector(0))`,
    '  /',
    `  ${count(version)}`,
    ')',
    'and on()',
    `(${count(version)} >= ${minRequests})`,
    '',
  ].join('\n');
};
