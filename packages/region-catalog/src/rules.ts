export type { Problem } from '@bizflow/kernel';
export { type Adequacy, adequacy, basisOf } from './adequacy.ts';
export { disputed } from './continents.ts';
export {
  allowedFlows,
  type Crossing,
  crossings,
  type PeopledFlow,
  peopledFlows,
} from './crossings.ts';
export { type DataFlow, dataFlows, type FlowKind } from './flows.ts';
export { readAreas } from './neighbour.ts';
export { catalogRules } from './rules/catalog-rules.ts';
export { type PlacedNetwork, placedNetworkRules } from './rules/network-rules.ts';
