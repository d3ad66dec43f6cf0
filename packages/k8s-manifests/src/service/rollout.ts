import type { Cluster, ImageDigest, Service } from '@bizflow/config';
import { rolloutPolicy } from '@bizflow/config/release';
import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import type { Construct } from 'constructs';
import { selectorLabels } from '../labels.ts';
import { releaseSubscriptions } from '../platform/release-messages.ts';
import { customResource } from '../synth.ts';
import { byPods, byTraffic, firstTimedPause } from './canary-steps.ts';
import { ingressTerms } from './ingress-terms.ts';
import { podTemplate } from './pod-template.ts';
import { ports } from './traffic.ts';

type Canary = NonNullable<NonNullable<NonNullable<IRollout['spec']>['strategy']>['canary']>;

/** What a release is made of. */
interface Version {
  readonly digest: ImageDigest;
  /** The AnalysisTemplate that judges it while it has traffic. */
  readonly judge: string;
  /** AnalysisTemplates that must succeed before its first pod; a way back skips them with all steps. */
  readonly demands: readonly string[];
}

/** An Argo Rollout that moves traffic, or pods where there is none, as the canary policy says. */
export const rollout = (
  scope: Construct,
  cluster: Cluster,
  service: Service,
  version: Version,
): void => {
  customResource<IRollout>(scope, 'rollout', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: service.name, annotations: releaseSubscriptions(cluster) },
    spec: {
      // No `replicas`: the autoscaler owns it.
      minReadySeconds: rolloutPolicy.minReadySeconds,
      revisionHistoryLimit: rolloutPolicy.revisionHistoryLimit,
      progressDeadlineSeconds: rolloutPolicy.progressDeadlineSeconds,
      progressDeadlineAbort: true,
      rollbackWindow: { revisions: rolloutPolicy.rollbackRevisions },
      selector: { matchLabels: { ...selectorLabels(service) } },
      strategy: { canary: canary(cluster, service, version) },
      template: podTemplate(cluster, service, version.digest),
    },
  });
};

const canary = (cluster: Cluster, service: Service, { judge, demands }: Version): Canary => {
  const { environment } = cluster;
  const steps = [
    ...demands.map((templateName) => ({ analysis: { templates: [{ templateName }] } })),
    ...(service.exposure === null ? byPods(environment) : byTraffic(environment)),
  ];
  return {
    ...(service.exposure === null ? {} : traffic(cluster, service)),
    maxSurge: rolloutPolicy.maxSurge,
    maxUnavailable: rolloutPolicy.maxUnavailable,
    analysis: {
      startingStep: firstTimedPause(steps),
      templates: [{ templateName: judge }],
      args: [{ name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } }],
    },
    steps,
  };
};

// Ping-pong services are never re-pointed under live pods, so the ALB answers no 503 at the end.
const traffic = (cluster: Cluster, service: Service): Canary => ({
  pingPong: { pingService: `${service.name}-ping`, pongService: `${service.name}-pong` },
  trafficRouting: {
    alb: {
      ingresses: ingressTerms(cluster, service).map(({ name }) => name),
      rootService: `${service.name}-root`,
      servicePort: ports.service,
    },
  },
  minPodsPerReplicaSet: cluster.environment.canary.minPods,
  scaleDownDelaySeconds: rolloutPolicy.scaleDownDelaySeconds,
  abortScaleDownDelaySeconds: rolloutPolicy.abortScaleDownDelaySeconds,
});
