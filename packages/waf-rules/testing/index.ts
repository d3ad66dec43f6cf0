export type { Case } from './corpus/case.ts';
export { corpus } from './corpus/corpus.ts';
export { exampleEdge } from './example-edge.ts';
export { profiles } from './policies.ts';
export { ruleTable } from './rule-table.ts';
