import type { Cluster, Service } from '@bizflow/config';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { selectorLabels } from '../labels.ts';

/** Scales the Rollout, so that old and new version share one count of pods. */
export const autoscaler = (scope: Construct, cluster: Cluster, service: Service): void => {
  const { min, max } = service.replicas[cluster.environment.name];
  const target = { type: 'Utilization', averageUtilization: service.targetCpuPercent };
  new k8s.KubeHorizontalPodAutoscalerV2(scope, 'autoscaler', {
    metadata: { name: service.name },
    spec: {
      scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: service.name },
      minReplicas: min,
      maxReplicas: max,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
    },
  });
};

/** How many pods a node drain may take at once. */
export const disruptionBudget = (scope: Construct, service: Service): void => {
  new k8s.KubePodDisruptionBudget(scope, 'disruption-budget', {
    metadata: { name: service.name },
    spec: {
      maxUnavailable: k8s.IntOrString.fromString(`${service.maxUnavailablePercent}%`),
      selector: { matchLabels: { ...selectorLabels(service) } },
    },
  });
};
