import type { Cluster, Exposure, Service } from '@bizflow/config';
import {
  cdnHost,
  cdnOriginHost,
  cdnPublicHost,
  cdnSecurityGroupName,
  loadBalancerHost,
} from '@bizflow/config/names';
import { ingressClasses } from '../platform/load-balancing.ts';

/** What an Ingress needs from a load balancer: its class, and the hosts of a service. */
export interface IngressTerms {
  /** The Ingress's name. */
  readonly name: string;
  readonly ingressClassName: string;
  /** The certificate is found by them, so each must be covered by one of the region. */
  readonly hosts: readonly string[];
  /** What ExternalDNS publishes; never a host that Route 53's own records answer. */
  readonly published: string | null;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * The terms of each of a service's Ingresses. The shared load balancer's comes first: Argo Rollouts
 * v1.10.2 weighs its Ingresses in order and stops at the first that needs no change
 * (docs/decisions/0020).
 */
export const ingressTerms = (
  cluster: Cluster,
  { name, exposure }: Service,
): readonly IngressTerms[] =>
  exposure === null
    ? []
    : [
        shared(cluster, name, exposure),
        ...(exposure.answersCdn && cluster.environment.cdn
          ? [behindCloudFront(cluster, name)]
          : []),
      ];

const shared = (
  cluster: Cluster,
  name: string,
  { host, certified, answersRegion }: Exposure,
): IngressTerms => {
  const own = `${certified[cluster.environment.name] ?? host}.${cluster.environment.zone}`;
  const regional = loadBalancerHost(cluster);
  return {
    name,
    ingressClassName: ingressClasses.shared,
    hosts: answersRegion ? [own, regional] : [own],
    published: answersRegion ? regional : null,
    annotations: {},
  };
};

// CloudFront sends either the host its viewer asked for or that of its origin.
const behindCloudFront = (cluster: Cluster, name: string): IngressTerms => ({
  name: `${name}-cdn`,
  ingressClassName: ingressClasses.cdn,
  hosts: [cdnPublicHost(cluster.environment), cdnOriginHost(cluster.environment), cdnHost(cluster)],
  published: cdnHost(cluster),
  annotations: {
    // By its Name tag, so that no id assigned by AWS is needed: Terraform's, open to CloudFront only.
    'alb.ingress.kubernetes.io/security-groups': cdnSecurityGroupName(cluster),
    // With your own security group the controller no longer opens the pods to it, unless this is set.
    'alb.ingress.kubernetes.io/manage-backend-security-group-rules': 'true',
  },
});
