export {
  delivery,
  homeRegistry,
  imageRegions,
  type PerformancePolicy,
  provingCluster,
  registryRegions,
} from './delivery.ts';
export { publicKeyPem, signatureTag, signedPayload, signingAlias } from './signing.ts';
