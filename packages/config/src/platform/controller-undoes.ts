import { freeze } from '@bizflow/kernel';
import type { ControllerName } from './controllers.ts';

/** What a controller writes by itself that undoes something rendered, and the setting that keeps it from it. */
export interface Undoing {
  readonly controller: ControllerName;
  /** The chart version whose source was read for it. */
  readonly chart: string;
  readonly writes: string;
  /** Where the setting is: in every object of a kind, or in the values of the controller's chart. */
  readonly in: { readonly kind: string } | 'values';
  readonly pointer: string;
  /** What must be there; for a list, in it. */
  readonly value: boolean | string;
}

const otelOperator = { controller: 'opentelemetry-operator', chart: '0.122.0' } as const;

/**
 * Read in opentelemetry-operator v0.158.0 (internal/manifests/collector/networkpolicy.go,
 * internal/webhook/collector_webhook.go, internal/operatornetworkpolicy), external-dns v0.21.0
 * (source/ingress.go) and aws-load-balancer-controller v3.5.0 (webhooks/core/service_mutator.go).
 */
export const controllerUndoes = freeze([
  {
    ...otelOperator,
    writes: 'a NetworkPolicy that admits every source to the ports of a collector',
    in: { kind: 'OpenTelemetryCollector' },
    pointer: '/spec/networkPolicy/enabled',
    value: false,
  },
  {
    ...otelOperator,
    writes: 'that NetworkPolicy into each collector that does not say, once its webhooks are on',
    in: 'values',
    pointer: '/manager/featureGatesMap/operand.networkpolicy',
    value: false,
  },
  {
    ...otelOperator,
    writes:
      'a NetworkPolicy for itself with the addresses that the API server had at its first start; EKS changes them',
    in: 'values',
    pointer: '/manager/featureGatesMap/operator.networkpolicy',
    value: false,
  },
  {
    controller: 'external-dns',
    chart: '1.21.1',
    writes: "records for the hosts of every Ingress, over Terraform's own by geolocation",
    in: 'values',
    pointer: '/extraArgs',
    value: '--ignore-ingress-rules-spec',
  },
  {
    controller: 'external-dns',
    chart: '1.21.1',
    writes: "records for the TLS hosts of every Ingress, over Terraform's own by geolocation",
    in: 'values',
    pointer: '/extraArgs',
    value: '--ignore-ingress-tls-spec',
  },
  {
    controller: 'aws-load-balancer-controller',
    chart: '3.5.0',
    writes: 'a load balancer class into every Service of the type LoadBalancer',
    in: 'values',
    pointer: '/enableServiceMutatorWebhook',
    value: false,
  },
] as const satisfies readonly Undoing[]);
