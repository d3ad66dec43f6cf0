export { applicationNamespace, type MetricFact, type MetricKey, metrics } from './metrics.ts';
export { promQlFaults } from './promql/promql-faults.ts';
