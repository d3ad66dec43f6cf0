export { alarmState, periodsOf } from './metric-math/alarm-state.ts';
export { evaluate } from './metric-math/evaluate.ts';
export { parse } from './metric-math/parse.ts';
export { applicationNamespace, type MetricFact, type MetricKey, metrics } from './metrics.ts';
