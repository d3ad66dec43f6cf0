import { freeze } from '@bizflow/kernel';

/** The collectors of each cluster: AWS Distro for OpenTelemetry, pinned. */
export const collectors = freeze({
  // renovate: datasource=docker depName=public.ecr.aws/aws-observability/aws-otel-collector
  image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.49.0',
  namespace: 'observability',
  /** Receives from every pod, measures, and sends all spans of a trace to one sampler. */
  edgeReplicas: 2,
  samplerReplicas: 3,
  /** Memory is the limit as well: `memory_limiter` counts in percent of it. */
  edgeResources: { cpuMillicores: 250, memoryMi: 512 },
  samplerResources: { cpuMillicores: 500, memoryMi: 2048 },
  /** Disk of a collector: logs until they are collected, everything else is in memory. */
  diskMi: 256,
  /** Collectors of a tier that a drain may take at once. */
  maxUnavailable: 1,
  /** Where a collector begins to refuse work, in percent of its memory; our decision. */
  memoryLimit: { checkSeconds: 1, percent: 75, spikePercent: 20 },
  /** X-Ray takes at most 10,000 spans and 5 MB a request (X-Ray user guide, "OTLP endpoint"). */
  batch: { spans: 512, mostSpans: 1000, seconds: 5 },
});
