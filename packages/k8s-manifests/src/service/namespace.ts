import type { Cluster, Service } from '@bizflow/config';
import { serviceNamespace } from '@bizflow/config/names';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { podSecurity } from '../labels.ts';
import { clusterWide } from '../synth.ts';
import { confirmPrune } from '../waves.ts';

/** The service's namespace: Pod Security `restricted`, readiness gates on, pruned only on request. */
export const namespace = (scope: Construct, cluster: Cluster, service: Service): void => {
  new k8s.KubeNamespace(clusterWide(scope), 'namespace', {
    metadata: {
      name: serviceNamespace(service),
      labels: {
        ...podSecurity(cluster, 'restricted', 'enforce', 'audit', 'warn'),
        'bizflow.io/plane': 'workloads',
        // LBC injects the gate at pod creation, so the ALB has a pod before its neighbour leaves.
        'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
      },
      annotations: confirmPrune,
    },
  });
};
