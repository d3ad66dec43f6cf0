export type { Problem } from '@bizflow/kernel';
export { type Adequacy, adequacy, basisOf } from './adequacy.ts';
export { disputed } from './continents.ts';
export {
  allowedFlows,
  type Crossing,
  crossings,
  type DataFlow,
  dataFlows,
  type FlowKind,
  type PeopledFlow,
  peopledFlows,
} from './flows.ts';
export { readAreas } from './neighbour.ts';
export { catalogRules } from './rules/catalog-rules.ts';
export { type PlacedNetwork, placedNetworkRules } from './rules/network-rules.ts';
