import { originWebAclName, webAclName } from '@bizflow/config/names';
import { loadBalancers } from '@bizflow/config/network';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { clusterWide, customResource } from '../synth.ts';
import type { Context } from './component.ts';

/** The classes an Ingress may name, one per load balancer: that of clients, and CloudFront's. */
export const ingressClasses = { shared: 'alb', cdn: 'alb-cdn' } as const;

/**
 * The public load balancers of a cluster: group, scheme and web ACL of each are pinned here, because
 * a user with write access to an Ingress of the group could change an annotation.
 */
export const loadBalancing = (chart: Construct, { cluster }: Pick<Context, 'cluster'>): void => {
  const scope = clusterWide(chart);
  publicLoadBalancer(scope, ingressClasses.shared, loadBalancers.publicGroup, webAclName(cluster));
  if (cluster.environment.cdn) {
    publicLoadBalancer(scope, ingressClasses.cdn, 'bizflow-cdn', originWebAclName(cluster));
  }
};

const publicLoadBalancer = (
  scope: Construct,
  className: string,
  group: string,
  wafv2AclName: string,
): void =>
  loadBalancer(scope, {
    className,
    group,
    scheme: 'internet-facing',
    // By name, so that no ARN assigned by AWS is needed; if it is not found, no load balancer is created.
    wafv2AclName,
    namespaceSelector: { matchLabels: { 'bizflow.io/plane': 'workloads' } },
  });

/**
 * What each of our Ingresses says to the controllers of load balancers and of names. Without the source ExternalDNS
 * publishes the rules' hosts too, over Terraform's own records.
 */
export const ingressAnnotations = (
  healthPath: string,
  published: string | null,
): Readonly<Record<string, string>> => ({
  'alb.ingress.kubernetes.io/target-type': 'ip',
  'alb.ingress.kubernetes.io/listen-ports': '[{"HTTPS":443}]',
  'alb.ingress.kubernetes.io/ssl-policy': loadBalancers.tlsPolicy,
  'alb.ingress.kubernetes.io/healthcheck-path': healthPath,
  'external-dns.alpha.kubernetes.io/ingress-hostname-source': 'annotation-only',
  ...(published !== null && { 'external-dns.alpha.kubernetes.io/hostname': published }),
});

interface LoadBalancer {
  readonly className: string;
  /** Ingresses of one group share a load balancer. */
  readonly group: string;
  readonly scheme: 'internet-facing' | 'internal';
  readonly wafv2AclName?: string;
  /** Who may connect; all of the Internet, where it does not say. */
  readonly inboundCIDRs?: readonly string[];
  /** Whose Ingresses may join. */
  readonly namespaceSelector: object;
}

/** A load balancer as a class that Ingresses name. */
export const loadBalancer = (
  scope: Construct,
  { className, group, ...spec }: LoadBalancer,
): void => {
  customResource(scope, `${className}-parameters`, {
    apiVersion: 'elbv2.k8s.aws/v1beta1',
    kind: 'IngressClassParams',
    metadata: { name: className },
    spec: { group: { name: group }, ...spec },
  });
  new k8s.KubeIngressClass(scope, className, {
    metadata: { name: className },
    spec: {
      controller: 'ingress.k8s.aws/alb',
      parameters: { apiGroup: 'elbv2.k8s.aws', kind: 'IngressClassParams', name: className },
    },
  });
};
