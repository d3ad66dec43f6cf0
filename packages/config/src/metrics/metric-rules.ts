import { type Problem, problem } from '@bizflow/kernel';
import { metrics as contract } from '@bizflow/metrics';
import { type MetricFact, metrics } from './metrics.ts';

/** What applications send: attributes by the names of metrics. */
type Sent = Readonly<Record<string, readonly string[]>>;

const attributes = (): Sent =>
  Object.fromEntries(
    Object.values(contract).map((metric) => [metric.name, Object.keys(metric.attributes)]),
  );

/** A metric of applications is found by what they send with it: its own attributes, and the service. */
export const metricRules = (
  facts: Readonly<Record<string, MetricFact>> = metrics,
  sent: Sent = attributes(),
): readonly Problem[] =>
  Object.entries(facts).flatMap(([key, { emitter, name, dimensions }]) => {
    const known = ['service.name', ...(sent[name] ?? [])];
    return emitter !== 'application'
      ? []
      : dimensions
          .filter((dimension) => !known.includes(dimension))
          .map((dimension) =>
            problem({
              code: 'METRIC_DIMENSION',
              at: `metrics.metrics.${key}.dimensions`,
              value: dimension,
              reason: `is not sent with ${name}, so that nothing is found by it`,
              remedy: `use ${known.join(', ')}, or send it: packages/metrics/src/metrics.ts`,
            }),
          );
  });
