export { anywhere, dataPorts, loopback, metadataService, unroutableRanges } from './addresses.ts';
export { dns } from './dns.ts';
export { allowedDomains, firewallSubnets } from './egress.ts';
export { loadBalancers } from './load-balancers.ts';
export { metadataCallers } from './metadata-callers.ts';
export {
  type ConnectionEnd,
  type NeededConnection,
  neededConnections,
} from './needed-connections.ts';
export { interfaceEndpoints } from './vpc-endpoints.ts';
