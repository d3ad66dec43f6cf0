export {
  type RenderedCost,
  type RenderedLine,
  renderedCost,
} from './cost/rendered-cost.ts';
export { ask, type DnsRecord } from './dns/route-53.ts';
export { isAllowed, type Request } from './iam/is-allowed.ts';
export { statementsOf } from './iam/policy.ts';
export type { Proof } from './proof.ts';
export { prove } from './prove.ts';
export { type RenderedFleet, readRenderedFleet } from './rendered-fleet.ts';
