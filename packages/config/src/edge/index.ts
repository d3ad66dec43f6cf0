export { edge } from './edge.ts';
export { edgePolicyRules } from './edge-rules.ts';
