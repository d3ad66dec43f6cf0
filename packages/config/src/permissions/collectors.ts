import { freeze } from '@bizflow/kernel';
import type { CallTable } from './call.ts';

// The distribution names no commit of its parts that resolves; they were read at the version below.
const source = {
  repository: 'open-telemetry/opentelemetry-collector-contrib',
  version: 'v0.156.0',
  pin: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.49.0',
} as const;

const otlpPolicy = 'X-Ray developer guide, "AWS managed policies": AWSXrayWriteOnlyAccess';

/** The edge writes metrics, signed for `aps` by the extension sigv4auth. */
export const otelEdge = freeze({
  source,
  calls: [
    ['aps:RemoteWrite', ['workspace'], 'exporter/prometheusremotewriteexporter/exporter.go:437'],
  ],
} as const satisfies CallTable);

/** The sampler sends traces to X-Ray's OTLP endpoint, and metrics as events of a log group that Terraform makes. */
export const otelSampler = freeze({
  source,
  calls: [
    ['xray:PutSpans', ['anything'], otlpPolicy],
    ['xray:PutSpansForIndexing', ['anything'], otlpPolicy],
    ['xray:PutTraceSegments', ['anything'], otlpPolicy],
    ['logs:PutLogEvents', ['metricLogs'], 'internal/aws/cwlogs/cwlog_client.go (PutLogEvents)'],
    ['logs:CreateLogStream', ['metricLogs'], 'internal/aws/cwlogs/cwlog_client.go (CreateStream)'],
  ],
} as const satisfies CallTable);
