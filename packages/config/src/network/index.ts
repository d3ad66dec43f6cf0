export { anywhere, dataPorts, loopback, metadataService, unroutableRanges } from './addresses.ts';
export { allowedDomains } from './allowed-domains.ts';
export { dns } from './dns.ts';
export { firewallSubnets } from './firewall-subnets.ts';
export { loadBalancers } from './load-balancers.ts';
export { metadataCallers } from './metadata-callers.ts';
export {
  type ConnectionEnd,
  neededConnections,
} from './needed-connections.ts';
export { type NeededHost, neededHosts } from './needed-hosts.ts';
export { imageHost, registryOf } from './registries.ts';
export { transitGatewayAsn } from './transit-gateways.ts';
export { interfaceEndpoints } from './vpc-endpoints.ts';
