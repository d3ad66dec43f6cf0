export { edge } from './edge.ts';
export { edgePolicyRules } from './edge-rules.ts';
export { europeanContinent } from './european-continent.ts';
