import { collectors } from '@bizflow/config/tracing';

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

/** Asked by the kubelet: from it the operator makes the probes (opentelemetry-operator, "probes"). */
export const healthCheck = { health_check: { endpoint: '0.0.0.0:13133' } };

const { checkSeconds, percent, spikePercent } = collectors.memoryLimit;

/** First in every pipeline: it refuses work before the process runs out of memory. */
export const memoryLimiter = {
  memory_limiter: {
    check_interval: `${checkSeconds}s`,
    limit_percentage: percent,
    spike_limit_percentage: spikePercent,
  },
};
