export {
  type Cluster,
  clusters,
  clustersOf,
  hasPlatform,
  regionsInOrder,
  runsServices,
  sites,
} from './clusters/clusters.ts';
export type { PlaceLabel } from './clusters/former-values.ts';
export {
  type Environment,
  type EnvironmentName,
  environments,
} from './environments/environments.ts';
export { repository, sourceRepository } from './environments/repository.ts';
export { checksum } from './fleet/checksum.ts';
export { type Fleet, fleet } from './fleet/fleet.ts';
export { fleetRules } from './fleet/fleet-rules.ts';
export type { Manifest, ManifestFile } from './fleet/manifest.ts';
export {
  type Image,
  type ImageDigest,
  type ImageLock,
  imageIn,
  imageRepository,
  type PinnedImage,
  pinnedImage,
} from './images/images.ts';
export {
  type ImagePolicy,
  imagePolicies,
  type Severity,
  severities,
  severityRank,
} from './images/scan-policy.ts';
export { servicesIn } from './services/served.ts';
export {
  type Compute,
  type Exposure,
  everyReach,
  type Reach,
  type Service,
} from './services/service.ts';
export { services } from './services/services.ts';
export { type VariableName, variableNames, variables } from './services/variables.ts';
