import type { Cluster, Manifest, Service } from '@bizflow/config';
import { KubeNamespace } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { podSecurity, serviceLabels } from '../labels.ts';
import { confirmed, inWave } from '../waves.ts';
import { described, namespaceOf } from './metadata.ts';

/** The service's namespace: Pod Security `restricted`, readiness gates on, pruned only on request. */
export const namespace = (cluster: Cluster, service: Service): Manifest =>
  described(
    {
      name: namespaceOf(service),
      labels: {
        ...serviceLabels(cluster, service),
        ...podSecurity(cluster, 'restricted', 'enforce', 'audit', 'warn'),
        'bizflow.io/plane': 'workloads',
        // LBC injects the gate at pod creation, so the ALB has a pod before its neighbour leaves.
        'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
      },
      annotations: {
        ...inWave('ground'),
        ...confirmed,
      },
    },
    KubeNamespace.manifest(),
  );
