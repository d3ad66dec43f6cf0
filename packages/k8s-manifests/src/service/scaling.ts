import type { Cluster, Manifest, Service } from '@bizflow/config';
import {
  IntOrString,
  KubeHorizontalPodAutoscalerV2,
  KubePodDisruptionBudget,
} from 'cdk8s-plus-29/lib/imports/k8s.js';
import { selectorLabels } from '../labels.ts';
import { described, metadata } from './metadata.ts';

/** Scales the Rollout, so that old and new version share one count of pods. */
export const autoscaler = (cluster: Cluster, service: Service): Manifest => {
  const { min, max } = service.replicas[cluster.environment.name];
  const target = { type: 'Utilization', averageUtilization: service.targetCpuPercent };
  return described(
    metadata(cluster, service, service.name, 'release'),
    KubeHorizontalPodAutoscalerV2.manifest({
      spec: {
        scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: service.name },
        minReplicas: min,
        maxReplicas: max,
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
      },
    }),
  );
};

/** How many pods a node drain may take at once. */
export const disruptionBudget = (cluster: Cluster, service: Service): Manifest =>
  described(
    metadata(cluster, service, service.name, 'protection'),
    KubePodDisruptionBudget.manifest({
      spec: {
        maxUnavailable: IntOrString.fromString(`${service.maxUnavailablePercent}%`),
        selector: { matchLabels: { ...selectorLabels(service) } },
      },
    }),
  );
