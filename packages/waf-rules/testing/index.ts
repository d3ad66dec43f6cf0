export { exampleEdge } from './example-edge.ts';
export { profiles } from './policies.ts';
export { ruleTable } from './rule-table.ts';
