import type { Cluster, Manifest } from '@bizflow/config';
import { originWebAclName, webAclName } from '@bizflow/config/names';
import { KubeIngressClass } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { described } from '../service/metadata.ts';
import { customResource } from '../synth.ts';
import { clusterWide } from './metadata.ts';

/** The classes an Ingress may name, one per load balancer: that of clients, and CloudFront's. */
export const ingressClasses = { shared: 'alb', cdn: 'alb-cdn' } as const;

/**
 * The public load balancers of a cluster: group, scheme and web ACL of each are pinned here, because
 * whoever may write an Ingress of a group could change an annotation.
 */
export const loadBalancing = (cluster: Cluster): readonly Manifest[] => [
  ...loadBalancer(cluster, ingressClasses.shared, 'bizflow', webAclName(cluster)),
  ...(cluster.environment.cdn
    ? loadBalancer(cluster, ingressClasses.cdn, 'bizflow-cdn', originWebAclName(cluster))
    : []),
];

const loadBalancer = (
  cluster: Cluster,
  className: string,
  group: string,
  webAcl: string,
): readonly Manifest[] => [
  customResource({
    apiVersion: 'elbv2.k8s.aws/v1beta1',
    kind: 'IngressClassParams',
    metadata: clusterWide(cluster, className),
    spec: {
      group: { name: group },
      scheme: 'internet-facing',
      // By name, so that no ARN that AWS mints is needed; not found means no load balancer at all.
      wafv2AclName: webAcl,
      namespaceSelector: { matchLabels: { 'bizflow.io/plane': 'workloads' } },
    },
  }),
  described(
    clusterWide(cluster, className),
    KubeIngressClass.manifest({
      spec: {
        controller: 'ingress.k8s.aws/alb',
        parameters: { apiGroup: 'elbv2.k8s.aws', kind: 'IngressClassParams', name: className },
      },
    }),
  ),
];
