export { helm } from './helm.ts';
export { definitionFacts, objectFacts } from './inventory.ts';
