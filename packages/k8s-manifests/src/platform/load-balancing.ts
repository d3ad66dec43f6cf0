import { originWebAclName, webAclName } from '@bizflow/config/names';
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
  loadBalancer(scope, {
    className: ingressClasses.shared,
    group: 'bizflow',
    webAcl: webAclName(cluster),
  });
  if (cluster.environment.cdn) {
    loadBalancer(scope, {
      className: ingressClasses.cdn,
      group: 'bizflow-cdn',
      webAcl: originWebAclName(cluster),
    });
  }
};

interface LoadBalancer {
  readonly className: string;
  /** Ingresses of one group share a load balancer. */
  readonly group: string;
  readonly webAcl: string;
}

const loadBalancer = (scope: Construct, { className, group, webAcl }: LoadBalancer): void => {
  customResource(scope, `${className}-parameters`, {
    apiVersion: 'elbv2.k8s.aws/v1beta1',
    kind: 'IngressClassParams',
    metadata: { name: className },
    spec: {
      group: { name: group },
      scheme: 'internet-facing',
      // By name, so that no ARN assigned by AWS is needed; if it is not found, no load balancer is created.
      wafv2AclName: webAcl,
      namespaceSelector: { matchLabels: { 'bizflow.io/plane': 'workloads' } },
    },
  });
  new k8s.KubeIngressClass(scope, className, {
    metadata: { name: className },
    spec: {
      controller: 'ingress.k8s.aws/alb',
      parameters: { apiGroup: 'elbv2.k8s.aws', kind: 'IngressClassParams', name: className },
    },
  });
};
