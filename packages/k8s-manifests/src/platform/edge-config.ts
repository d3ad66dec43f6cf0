import type { Cluster } from '@bizflow/config';
import { collectors } from '@bizflow/config/tracing';
import { onlyApplications, withoutApplications } from './cloudwatch-export.ts';
import { type CollectorConfig, healthCheck, memoryLimiter } from './collector-config.ts';

// The stateful tier: a sender must always choose the same replica for the same trace or series.
const samplers = {
  protocol: { otlp: { tls: { insecure: true } } },
  resolver: {
    k8s: { service: `sampler-collector-headless.${collectors.namespace}`, ports: [4317] },
  },
};

/** Everything from the pods: their own metrics and all traces to the samplers, the rest to Prometheus. */
export const edgeConfig = ({ region, prometheusWorkspace }: Cluster): CollectorConfig => ({
  receivers: {
    otlp: {
      protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } },
    },
  },
  processors: {
    ...memoryLimiter,
    k8s_attributes: attributes,
    'filter/prometheus': withoutApplications,
    'filter/cloudwatch': onlyApplications,
    batch: {},
  },
  extensions: {
    ...healthCheck,
    'sigv4auth/prometheus': { region: region.id, service: 'aps' },
  },
  exporters: {
    load_balancing: { routing_key: 'traceID', ...samplers },
    // All points of a process go to one sampler: only there can one be subtracted from the next.
    'load_balancing/metrics': { routing_key: 'resource', ...samplers },
    prometheus_remote_write: {
      endpoint: `https://aps-workspaces.${region.id}.amazonaws.com/workspaces/${prometheusWorkspace}/api/v1/remote_write`,
      auth: { authenticator: 'sigv4auth/prometheus' },
      resource_to_telemetry_conversion: { enabled: true },
    },
  },
  service: { extensions: ['health_check', 'sigv4auth/prometheus'], pipelines },
});

const attributes = {
  extract: {
    metadata: ['k8s.namespace.name', 'k8s.pod.name', 'k8s.node.name'],
    // The label that separates a canary from its stable version.
    labels: [
      {
        tag_name: 'rollouts_pod_template_hash',
        key: 'rollouts-pod-template-hash',
        from: 'pod',
      },
    ],
  },
};

const pipelines: CollectorConfig['service']['pipelines'] = {
  traces: {
    receivers: ['otlp'],
    processors: ['memory_limiter', 'k8s_attributes'],
    exporters: ['load_balancing'],
  },
  metrics: {
    receivers: ['otlp'],
    processors: ['memory_limiter', 'k8s_attributes', 'filter/prometheus', 'batch'],
    exporters: ['prometheus_remote_write'],
  },
  'metrics/cloudwatch': {
    receivers: ['otlp'],
    processors: ['memory_limiter', 'filter/cloudwatch'],
    exporters: ['load_balancing/metrics'],
  },
};
