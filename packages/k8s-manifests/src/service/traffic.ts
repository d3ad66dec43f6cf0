import { type Cluster, loadBalancerHost, type Manifest, type Service } from '@bizflow/config';
import { IntOrString, KubeIngress, KubeService } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { selectorLabels } from '../labels.ts';
import { metadata } from './metadata.ts';

/** The port's name in pods and Services, and its number on every Service. */
export const ports = { name: 'http', service: 80 } as const;

/** Root, ping and pong: what the ALB's action names, and the two it weighs against each other. */
export const trafficServices = (cluster: Cluster, service: Service): readonly Manifest[] =>
  ['root', 'ping', 'pong'].map((role) =>
    KubeService.manifest({
      metadata: metadata(cluster, service, `${service.name}-${role}`, 'configuration'),
      spec: {
        type: 'ClusterIP',
        selector: { ...selectorLabels(service) },
        ports: [
          { name: ports.name, port: ports.service, targetPort: IntOrString.fromString(ports.name) },
        ],
      },
    }),
  );

/**
 * The public door. It answers the service's own host, and the region's, which Route 53 checks and
 * ExternalDNS publishes; the certificate is found by host name, so no ARN is needed. Never here:
 * `actions.<name>-root`, which Argo Rollouts owns.
 */
export const ingress = (cluster: Cluster, service: Service, host: string): Manifest => {
  const hosts = [`${host}.${cluster.environment.zone}`, loadBalancerHost(cluster)];
  return KubeIngress.manifest({
    metadata: metadata(cluster, service, service.name, 'release', {
      'alb.ingress.kubernetes.io/scheme': 'internet-facing',
      'alb.ingress.kubernetes.io/target-type': 'ip',
      'alb.ingress.kubernetes.io/listen-ports': '[{"HTTPS":443}]',
      'alb.ingress.kubernetes.io/ssl-policy': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      'alb.ingress.kubernetes.io/healthcheck-path': service.healthPath,
      'alb.ingress.kubernetes.io/target-group-attributes':
        'deregistration_delay.timeout_seconds=30',
      'external-dns.alpha.kubernetes.io/hostname': loadBalancerHost(cluster),
    }),
    spec: {
      ingressClassName: 'alb',
      tls: [{ hosts }],
      rules: hosts.map((name) => ({
        host: name,
        http: {
          paths: [
            {
              path: '/',
              pathType: 'Prefix',
              // Rollouts writes the weights into the annotation that this port name points to.
              backend: {
                service: { name: `${service.name}-root`, port: { name: 'use-annotation' } },
              },
            },
          ],
        },
      })),
    },
  });
};
