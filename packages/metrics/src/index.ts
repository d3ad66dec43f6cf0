export type { Attribute, Metric } from './metric.ts';
export { type MetricKey, metrics } from './metrics.ts';
