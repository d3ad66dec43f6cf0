export { applicationNamespace, type MetricFact, type MetricKey, metrics } from './metrics.ts';
