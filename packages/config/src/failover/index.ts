export { standbyOf, takenOver } from './failover.ts';
export { failoverRules } from './failover-rules.ts';
