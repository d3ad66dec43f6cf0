import type { Cluster, Manifest, Service } from '@bizflow/config';
import {
  type HttpIngressPath,
  IntOrString,
  KubeIngress,
  KubeService,
} from 'cdk8s-plus-29/lib/imports/k8s.js';
import { selectorLabels } from '../labels.ts';
import { type Door, doors } from './doors.ts';
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
 * One Ingress per door. The certificate is found by host name, so no ARN is needed. Never here:
 * `actions.<name>-root`, which Argo Rollouts owns.
 */
export const ingresses = (cluster: Cluster, service: Service): readonly Manifest[] =>
  doors(cluster, service).map((door) =>
    described(
      metadata(cluster, service, door.name, 'release', {
        'alb.ingress.kubernetes.io/target-type': 'ip',
        'alb.ingress.kubernetes.io/listen-ports': '[{"HTTPS":443}]',
        'alb.ingress.kubernetes.io/ssl-policy': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        'alb.ingress.kubernetes.io/healthcheck-path': service.healthPath,
        'alb.ingress.kubernetes.io/target-group-attributes':
          'deregistration_delay.timeout_seconds=30',
        ...door.annotations,
        ...publication(door),
      }),
      KubeIngress.manifest({
        spec: {
          ingressClassName: door.ingressClassName,
          tls: [{ hosts: [...door.hosts] }],
          rules: door.hosts.map((host) => ({ host, http: { paths: [toRoot(service)] } })),
        },
      }),
    ),
  );

// Rollouts writes the weights into the annotation that this port name points to.
const toRoot = ({ name }: Service): HttpIngressPath => ({
  path: '/',
  pathType: 'Prefix',
  backend: { service: { name: `${name}-root`, port: { name: 'use-annotation' } } },
});

// Without the first, ExternalDNS publishes the rules' hosts too, over Terraform's own records.
const publication = ({ published }: Door): Readonly<Record<string, string>> => ({
  'external-dns.alpha.kubernetes.io/ingress-hostname-source': 'annotation-only',
  ...(published === null ? {} : { 'external-dns.alpha.kubernetes.io/hostname': published }),
});
