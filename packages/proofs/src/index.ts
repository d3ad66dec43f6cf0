export { UnreadableSource } from '@bizflow/terraform-plan';
export { budgetsOf } from './cost/cost-rules.ts';
export {
  type RenderedCost,
  type RenderedLine,
  renderedCost,
} from './cost/rendered-cost.ts';
export { type Answers, answersOf } from './dns/answers.ts';
export { type Home, homesOf } from './dns/homes.ts';
export { ask, type DnsRecord } from './dns/route-53.ts';
export { zonesOf } from './dns/zone.ts';
export { isAllowed, type Request } from './iam/is-allowed.ts';
export { type Statement, statementsOf } from './iam/policy.ts';
export { type AnsweredRequest, answeredRequests } from './iam/requests/answered.ts';
export { boundedRolesOf, type Role } from './iam/roles.ts';
export { groupRulesOf, type NetworkPath, pathsOf, podPathsOf } from './network/paths.ts';
export { rootNames } from './order/roots-in-order.ts';
export type { Proof } from './proof.ts';
export { type ProofName, proofNames, prove } from './prove.ts';
export { type RenderedFleet, readBeside, readRenderedFleet } from './rendered-fleet.ts';
export type { Transfer } from './residency/transfer.ts';
export { transfersIn } from './residency/transfers-in.ts';
