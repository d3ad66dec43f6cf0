export {
  delivery,
  homeRegistry,
  imageRegions,
  mirroredRepositories,
  type PerformancePolicy,
  provingCluster,
  registryRegions,
  repositories,
} from './delivery.ts';
export { publicKeyPem, signatureTag, signedPayload, signingAlias } from './signing.ts';
