import { clusters } from '@bizflow/config';
import { metrics } from '@bizflow/config/metrics';
import { sampling } from '@bizflow/config/tracing';
import { metrics as contract } from '@bizflow/metrics';
import { expect, it } from 'vitest';
import { committed } from '../../testing/rendered.ts';
import { cloudWatchExport } from '../platform/cloudwatch-export.ts';
import type { CollectorConfig } from '../platform/collector-config.ts';
import { edgeConfig } from '../platform/edge-config.ts';
import { samplerConfig } from '../platform/sampler-config.ts';
import { collectorStarts } from './collector-rules.ts';

const all = clusters(committed);
const [first] = all;
const edge = (): CollectorConfig => {
  if (first === undefined) throw new RangeError('no cluster');
  return structuredClone(edgeConfig(first));
};
const traces = (change: object): CollectorConfig => {
  const config = edge();
  const pipeline = { ...config.service.pipelines.traces, ...change };
  return {
    ...config,
    service: { ...config.service, pipelines: { traces: pipeline } },
  } as CollectorConfig;
};

it.each(all)('finds nothing wrong with the collectors of $id', (cluster) => {
  expect(collectorStarts(edgeConfig(cluster), 'edge')).toEqual([]);
  expect(collectorStarts(samplerConfig(cluster), 'sampler')).toEqual([]);
});

it.each([
  ['an undefined receiver', traces({ receivers: ['jaeger'] }), 'COLLECTOR_UNDEFINED'],
  ['an undefined exporter', traces({ exporters: ['debug'] }), 'COLLECTOR_UNDEFINED'],
  [
    'memory limited too late',
    traces({ processors: ['k8s_attributes', 'memory_limiter'] }),
    'COLLECTOR_UNLIMITED',
  ],
  [
    'attributes after the batch',
    traces({ processors: ['memory_limiter', 'batch', 'k8s_attributes'] }),
    'COLLECTOR_ORDER',
  ],
  [
    'a head sampler',
    { ...edge(), processors: { ...edge().processors, probabilistic_sampler: {} } },
    'COLLECTOR_SAMPLES_EARLY',
  ],
])('reports %s', (_, config, code) => {
  expect(collectorStarts(config, 'edge').map((problem) => problem.code)).toContain(code);
});

it.each(all)(
  "keeps in $id the document's shares of traces, and decides only in the sampler",
  (cluster) => {
    expect(sampling).toMatchObject({ baselinePercent: 5, slowMilliseconds: 2000 });
    expect(Object.keys(edgeConfig(cluster).processors)).not.toContain('tail_sampling');
    expect(samplerConfig(cluster).processors.tail_sampling).toMatchObject({
      policies: [
        { status_code: { status_codes: ['ERROR'] } },
        { numeric_attribute: { min_value: 500, max_value: 599 } },
        { latency: { threshold_ms: 2000 } },
        { probabilistic: { sampling_percentage: 5 } },
      ],
    });
  },
);

it.each(all)('keeps the telemetry of $id in its own region', (cluster) => {
  const text = JSON.stringify([edgeConfig(cluster), samplerConfig(cluster)]);
  const named = new Set(text.match(/\b[a-z]{2}-[a-z]+-\d\b/g));
  expect([...named]).toEqual([cluster.region.id]);
});

it.each(all)(
  'sends from $id to CloudWatch every application metric that is read, by its dimensions',
  (cluster) => {
    const { metric_declarations: declared } = cloudWatchExport(cluster);
    for (const { name, dimensions, emitter } of Object.values(metrics)) {
      const selected = declared.filter(({ metric_name_selectors: [selector = ''] }) =>
        new RegExp(selector).test(name),
      );
      if (emitter === 'application') {
        expect(selected).toHaveLength(1);
        expect(selected[0]?.dimensions).toContainEqual([...dimensions]);
      } else expect(selected).toEqual([]);
    }
  },
);

it.each(all)(
  'loses no application metric of $id on its way, and none meets Prometheus',
  (cluster) => {
    const { processors, service } = edgeConfig(cluster);
    expect(service.pipelines['metrics/cloudwatch']?.exporters).toEqual(['load_balancing/metrics']);
    expect(service.pipelines.metrics?.processors).toContain('filter/prometheus');
    expect(processors['filter/cloudwatch']).toEqual({
      metric_conditions: ['not IsMatch(metric.name, "^bizflow[.]")'],
    });
    for (const { name } of Object.values(contract)) expect(name).toMatch(/^bizflow[.]/);
    // Deltas need every point of a process in one place (contrib, cumulativetodelta: "Statefulness").
    expect(edgeConfig(cluster).exporters['load_balancing/metrics']).toMatchObject({
      routing_key: 'resource',
    });
    expect(samplerConfig(cluster).service.pipelines.metrics?.processors).toContain(
      'cumulativetodelta',
    );
  },
);

it('makes no tenant a dimension of CloudWatch, which would cost a metric each', () => {
  const tenants = Object.values(contract).flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, values]) => (values === 'uuid' ? [name] : [])),
  );
  expect(tenants).toContain('bizflow.tenant.id');
  const dimensions: readonly string[] = Object.values(metrics).flatMap(
    (metric) => metric.dimensions,
  );
  expect(dimensions.filter((name) => tenants.includes(name))).toEqual([]);
});
