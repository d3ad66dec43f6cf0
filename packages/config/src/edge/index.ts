export { edge } from './edge.ts';
export { edgeCatalogRules } from './edge-catalog-rules.ts';
export { europeanContinent } from './european-continent.ts';
