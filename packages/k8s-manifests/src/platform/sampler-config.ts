import type { Cluster } from '@bizflow/config';
import { collectors, sampling } from '@bizflow/config/tracing';
import { cloudWatchExport } from './cloudwatch-export.ts';
import { type CollectorConfig, healthCheck, memoryLimiter } from './collector-config.ts';

/** Whole traces in, the document's shares out to X-Ray; whole metrics in, deltas out to CloudWatch. */
export const samplerConfig = (cluster: Cluster): CollectorConfig => ({
  receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } },
  processors: {
    ...memoryLimiter,
    tail_sampling: tailSampling,
    cumulativetodelta: {},
    batch: {
      send_batch_size: collectors.batch.spans,
      send_batch_max_size: collectors.batch.mostSpans,
      timeout: `${collectors.batch.seconds}s`,
    },
  },
  extensions: {
    ...healthCheck,
    'sigv4auth/xray': { region: cluster.region.id, service: 'xray' },
  },
  exporters: {
    'otlp_http/xray': {
      traces_endpoint: `https://xray.${cluster.region.id}.amazonaws.com/v1/traces`,
      compression: 'gzip',
      auth: { authenticator: 'sigv4auth/xray' },
    },
    awsemf: cloudWatchExport(cluster),
  },
  service: { extensions: ['health_check', 'sigv4auth/xray'], pipelines },
});

const pipelines: CollectorConfig['service']['pipelines'] = {
  traces: {
    receivers: ['otlp'],
    processors: ['memory_limiter', 'tail_sampling', 'batch'],
    exporters: ['otlp_http/xray'],
  },
  metrics: {
    receivers: ['otlp'],
    processors: ['memory_limiter', 'cumulativetodelta', 'batch'],
    exporters: ['awsemf'],
  },
};

const tailSampling = {
  decision_wait: `${sampling.decisionWaitSeconds}s`,
  num_traces: sampling.tracesInMemory,
  // Late spans follow what was decided for their trace.
  decision_cache: {
    sampled_cache_size: sampling.remembered.kept * sampling.tracesInMemory,
    non_sampled_cache_size: sampling.remembered.dropped * sampling.tracesInMemory,
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
};
