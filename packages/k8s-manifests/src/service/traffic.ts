import type { Cluster, Service } from '@bizflow/config';
import { loadBalancers } from '@bizflow/config/network';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { selectorLabels } from '../labels.ts';
import { ingressAnnotations } from '../platform/load-balancing.ts';
import { ingressTerms } from './ingress-terms.ts';

/** The port's name in pods and Services, and its number on every Service. */
export const ports = { name: 'http', service: loadBalancers.servicePort };

/** Root, ping and pong: what the ALB's action names, and the two it weighs against each other. */
export const trafficServices = (scope: Construct, service: Service): void => {
  for (const role of ['root', 'ping', 'pong']) {
    new k8s.KubeService(scope, role, {
      metadata: { name: `${service.name}-${role}` },
      spec: {
        type: 'ClusterIP',
        selector: { ...selectorLabels(service) },
        ports: [
          {
            name: ports.name,
            port: ports.service,
            targetPort: k8s.IntOrString.fromString(ports.name),
          },
        ],
      },
    });
  }
};

/**
 * One Ingress per load balancer. The certificate is found by host name, so no ARN is needed. Never
 * here: `actions.<name>-root`, which Argo Rollouts owns.
 */
export const ingresses = (scope: Construct, cluster: Cluster, service: Service): void => {
  for (const terms of ingressTerms(cluster, service)) {
    new k8s.KubeIngress(scope, terms.name, {
      metadata: {
        name: terms.name,
        annotations: {
          ...ingressAnnotations(service.healthPath, terms.published),
          'alb.ingress.kubernetes.io/target-group-attributes': `deregistration_delay.timeout_seconds=${loadBalancers.deregistrationSeconds}`,
          ...terms.annotations,
          ...shield(cluster),
        },
      },
      spec: {
        ingressClassName: terms.ingressClassName,
        tls: [{ hosts: [...terms.hosts] }],
        rules: terms.hosts.map((host) => ({ host, http: { paths: [toRoot(service)] } })),
      },
    });
  }
};

// On every Ingress of a group, for the controller refuses one that says otherwise. Absent means unchanged.
const shield = ({ shieldAdvanced }: Cluster): Readonly<Record<string, string>> =>
  shieldAdvanced ? { 'alb.ingress.kubernetes.io/shield-advanced-protection': 'true' } : {};

// Rollouts writes the weights into the annotation that this port name points to.
const toRoot = ({ name }: Service): k8s.HttpIngressPath => ({
  path: '/',
  pathType: 'Prefix',
  backend: { service: { name: `${name}-root`, port: { name: 'use-annotation' } } },
});
