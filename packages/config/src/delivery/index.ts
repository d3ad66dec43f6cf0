export {
  delivery,
  homeRegistry,
  type PerformancePolicy,
  provingCluster,
  registryRegions,
} from './delivery.ts';
export { publicKeyPem, signatureTag, signedPayload } from './signing.ts';
