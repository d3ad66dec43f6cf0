import { freeze } from '@bizflow/kernel';

/** The collectors of each cluster: AWS Distro for OpenTelemetry, pinned. */
export const collectors = freeze({
  image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.49.0',
  namespace: 'observability',
  /** Receives from every pod, measures, and sends all spans of a trace to one sampler. */
  edgeReplicas: 2,
  samplerReplicas: 3,
  /** Memory is the limit as well: `memory_limiter` counts in percent of it. */
  edgeResources: { cpuMillicores: 250, memoryMi: 512 },
  samplerResources: { cpuMillicores: 500, memoryMi: 2048 },
});
