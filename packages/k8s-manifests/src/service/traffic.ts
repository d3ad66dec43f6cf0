import {
  type Cluster,
  type Exposure,
  loadBalancerHost,
  type Manifest,
  type Service,
} from '@bizflow/config';
import { IntOrString, KubeIngress, KubeService } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { selectorLabels } from '../labels.ts';
import { ingressClassName } from '../platform/load-balancing.ts';
import { described, metadata } from './metadata.ts';

/** The port's name in pods and Services, and its number on every Service. */
export const ports = { name: 'http', service: 80 } as const;

/** Root, ping and pong: what the ALB's action names, and the two it weighs against each other. */
export const trafficServices = (cluster: Cluster, service: Service): readonly Manifest[] =>
  ['root', 'ping', 'pong'].map((role) =>
    described(
      metadata(cluster, service, `${service.name}-${role}`, 'configuration'),
      KubeService.manifest({
        spec: {
          type: 'ClusterIP',
          selector: { ...selectorLabels(service) },
          ports: [
            {
              name: ports.name,
              port: ports.service,
              targetPort: IntOrString.fromString(ports.name),
            },
          ],
        },
      }),
    ),
  );

/**
 * The public door, on the one load balancer that a cluster's services share. It answers the
 * service's own host; the certificate is found by host name, so no ARN is needed. Never here:
 * `actions.<name>-root`, which Argo Rollouts owns.
 */
export const ingress = (cluster: Cluster, service: Service, exposure: Exposure): Manifest => {
  const own = `${exposure.host}.${cluster.environment.zone}`;
  const hosts = exposure.answersRegion ? [own, loadBalancerHost(cluster)] : [own];
  return described(
    metadata(cluster, service, service.name, 'release', {
      'alb.ingress.kubernetes.io/target-type': 'ip',
      'alb.ingress.kubernetes.io/listen-ports': '[{"HTTPS":443}]',
      'alb.ingress.kubernetes.io/ssl-policy': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      'alb.ingress.kubernetes.io/healthcheck-path': service.healthPath,
      'alb.ingress.kubernetes.io/target-group-attributes':
        'deregistration_delay.timeout_seconds=30',
      ...(exposure.answersRegion ? published(loadBalancerHost(cluster)) : unpublished),
    }),
    KubeIngress.manifest({
      spec: {
        ingressClassName,
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
    }),
  );
};

// Without it ExternalDNS publishes the rules' hosts too, over Terraform's geolocation records.
const unpublished = {
  'external-dns.alpha.kubernetes.io/ingress-hostname-source': 'annotation-only',
};

const published = (host: string): Readonly<Record<string, string>> => ({
  ...unpublished,
  'external-dns.alpha.kubernetes.io/hostname': host,
});
