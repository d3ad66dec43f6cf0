import { type Cluster, collectors, sampling } from '@bizflow/config';

type Components = Readonly<Record<string, unknown>>;

/** One way through a collector, by the names of its components, processors in order. */
export interface Pipeline {
  readonly receivers: readonly string[];
  readonly processors: readonly string[];
  readonly exporters: readonly string[];
}

/** An OpenTelemetry Collector's configuration, as far as this project writes it. */
export interface CollectorConfig {
  readonly receivers: Components;
  readonly processors: Components;
  readonly extensions: Components;
  readonly exporters: Components;
  readonly service: {
    readonly extensions: readonly string[];
    readonly pipelines: Readonly<Record<string, Pipeline>>;
  };
}

// First in every pipeline: it refuses work before the process runs out of memory.
const memoryLimiter = {
  memory_limiter: { check_interval: '1s', limit_percentage: 75, spike_limit_percentage: 20 },
};

/** Everything from the pods: metrics to the region's Managed Prometheus, traces to the samplers. */
export const edgeConfig = ({ region, prometheusWorkspace }: Cluster): CollectorConfig => ({
  receivers: {
    otlp: {
      protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } },
    },
  },
  processors: {
    ...memoryLimiter,
    k8s_attributes: {
      extract: {
        metadata: ['k8s.namespace.name', 'k8s.pod.name', 'k8s.node.name'],
        // What a canary is told from its stable version by.
        labels: [
          {
            tag_name: 'rollouts_pod_template_hash',
            key: 'rollouts-pod-template-hash',
            from: 'pod',
          },
        ],
      },
    },
    batch: {},
  },
  extensions: { 'sigv4auth/prometheus': { region: region.id, service: 'aps' } },
  exporters: {
    load_balancing: {
      routing_key: 'traceID',
      protocol: { otlp: { tls: { insecure: true } } },
      resolver: {
        k8s: { service: `sampler-collector-headless.${collectors.namespace}`, ports: [4317] },
      },
    },
    prometheus_remote_write: {
      endpoint: `https://aps-workspaces.${region.id}.amazonaws.com/workspaces/${prometheusWorkspace}/api/v1/remote_write`,
      auth: { authenticator: 'sigv4auth/prometheus' },
      resource_to_telemetry_conversion: { enabled: true },
    },
  },
  service: {
    extensions: ['sigv4auth/prometheus'],
    pipelines: {
      traces: {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'k8s_attributes'],
        exporters: ['load_balancing'],
      },
      metrics: {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'k8s_attributes', 'batch'],
        exporters: ['prometheus_remote_write'],
      },
    },
  },
});

/** Whole traces in, the document's shares out, signed, to the region's X-Ray. */
export const samplerConfig = ({ region }: Cluster): CollectorConfig => ({
  receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } },
  processors: {
    ...memoryLimiter,
    tail_sampling: {
      decision_wait: `${sampling.decisionWaitSeconds}s`,
      num_traces: sampling.tracesInMemory,
      // Late spans follow what was decided for their trace.
      decision_cache: {
        sampled_cache_size: 2 * sampling.tracesInMemory,
        non_sampled_cache_size: 4 * sampling.tracesInMemory,
      },
      policies: [
        { name: 'errors', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
        {
          name: 'error-responses',
          type: 'numeric_attribute',
          numeric_attribute: {
            key: 'http.response.status_code',
            min_value: sampling.errorStatus.from,
            max_value: sampling.errorStatus.to,
          },
        },
        { name: 'slow', type: 'latency', latency: { threshold_ms: sampling.slowMilliseconds } },
        {
          name: 'baseline',
          type: 'probabilistic',
          probabilistic: { sampling_percentage: sampling.baselinePercent },
        },
      ],
    },
    // X-Ray takes at most 10,000 spans and 5 MB a request (X-Ray user guide, "OTLP endpoint").
    batch: { send_batch_size: 512, send_batch_max_size: 1000, timeout: '5s' },
  },
  extensions: { 'sigv4auth/xray': { region: region.id, service: 'xray' } },
  exporters: {
    'otlp_http/xray': {
      traces_endpoint: `https://xray.${region.id}.amazonaws.com/v1/traces`,
      compression: 'gzip',
      auth: { authenticator: 'sigv4auth/xray' },
    },
  },
  service: {
    extensions: ['sigv4auth/xray'],
    pipelines: {
      traces: {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'tail_sampling', 'batch'],
        exporters: ['otlp_http/xray'],
      },
    },
  },
});
