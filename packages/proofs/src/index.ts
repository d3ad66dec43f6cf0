export { answerTo } from './dns/dns-rules.ts';
export { ask, type DnsRecord } from './dns/route-53.ts';
export { isAllowed, type Request } from './iam/is-allowed.ts';
export { type Statement, statementsOf } from './iam/policy.ts';
export { type Role, rolesOf } from './iam/roles.ts';
export type { Connection, Endpoint } from './network/connection.ts';
export { type ExpectedConnection, expectedConnections } from './network/expected-connections.ts';
export { networkOf } from './network/network.ts';
export { refusal } from './network/packet.ts';
export type { Proof } from './proof.ts';
export { prove } from './prove.ts';
export {
  type PlannedCluster,
  type RenderedFleet,
  readRenderedFleet,
  renderedFleet,
} from './rendered-fleet.ts';
