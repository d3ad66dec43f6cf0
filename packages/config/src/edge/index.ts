export { edge } from './edge.ts';
export { edgeCatalogRules } from './edge-catalog-rules.ts';
