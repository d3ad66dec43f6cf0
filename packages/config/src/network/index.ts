export { anywhere, dataPorts, metadataService, unroutableRanges } from './addresses.ts';
export { allowedDomains, firewallSubnets } from './egress.ts';
export { interfaceEndpoints } from './vpc-endpoints.ts';
