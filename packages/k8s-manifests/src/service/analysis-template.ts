import type { Cluster, Service } from '@bizflow/config';
import type { CanaryPolicy } from '@bizflow/config/release';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { Construct } from 'constructs';
import { customResource } from '../synth.ts';
import { kept, versionedName } from '../versioned.ts';
import { countedRequests } from './counted-requests.ts';

type Spec = IAnalysisTemplate['spec'];

const name = 'error-ratio';

/** Measures the failure ratio of the new version; gives back the name that a Rollout finds it by. */
export const analysisTemplate = (scope: Construct, cluster: Cluster, service: Service): string =>
  versionedTemplate(scope, 'analysis-template', name, judgement(cluster, service));

/** An AnalysisTemplate that stays as long as a release may need it; gives back its name. */
export const versionedTemplate = (
  scope: Construct,
  id: string,
  base: string,
  spec: Spec,
): string => {
  const name = versionedName(base, spec);
  customResource<IAnalysisTemplate>(scope, id, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name, annotations: kept },
    spec,
  });
  return name;
};

/**
 * Asks the region's Managed Prometheus for two counts, `[failed, requests]`, which the AnalysisRun shows with each
 * measurement. Too few requests prove nothing, so the pair of conditions leaves them inconclusive; a single
 * condition would either pass a canary without data or fail on every run.
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
        successCondition: `result[1] >= ${canary.minRequests}`,
        failureCondition: provenFailure(canary),
        provider: {
          prometheus: {
            address: workspace,
            timeout: canary.queryTimeoutSeconds,
            authentication: { sigv4: { region } },
            query: countedRequests(canary, service),
          },
        },
      },
    ],
  };
};

/** More failures than a release at the limit has by chance: `abortsFrom` of the policy, in Argo's expressions. */
const provenFailure = ({ maxErrorRatio, deviations, minFailures }: CanaryPolicy): string => {
  const expected = `${maxErrorRatio} * result[1]`;
  const deviation = `(${expected} * ${1 - maxErrorRatio}) ** 0.5`;
  return `result[0] >= ${minFailures} && result[0] > ${expected} + ${deviations} * ${deviation}`;
};
