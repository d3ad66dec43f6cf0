import { type Cluster, type Manifest, webAclName } from '@bizflow/config';
import { KubeIngressClass } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { described } from '../service/metadata.ts';
import { customResource } from '../synth.ts';
import { clusterWide } from './metadata.ts';

/** The class every public Ingress names. */
export const ingressClassName = 'alb';

/**
 * The one public load balancer of a cluster: its group, its scheme and its web ACL are pinned here,
 * because whoever may write an Ingress of the group could change an annotation.
 */
export const loadBalancing = (cluster: Cluster): readonly Manifest[] => [
  customResource({
    apiVersion: 'elbv2.k8s.aws/v1beta1',
    kind: 'IngressClassParams',
    metadata: clusterWide(cluster, ingressClassName),
    spec: {
      group: { name: 'bizflow' },
      scheme: 'internet-facing',
      // By name, so that no ARN that AWS mints is needed; not found means no load balancer at all.
      wafv2AclName: webAclName(cluster),
      namespaceSelector: { matchLabels: { 'bizflow.io/plane': 'workloads' } },
    },
  }),
  described(
    clusterWide(cluster, ingressClassName),
    KubeIngressClass.manifest({
      spec: {
        controller: 'ingress.k8s.aws/alb',
        parameters: {
          apiGroup: 'elbv2.k8s.aws',
          kind: 'IngressClassParams',
          name: ingressClassName,
        },
      },
    }),
  ),
];
