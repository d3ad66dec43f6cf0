export { anywhere, dataPorts, metadataService, unroutableRanges } from './addresses.ts';
export { alarmLimit, alarmSentence } from './alarm-sentence.ts';
export {
  type AlarmPolicy,
  type AlarmSubject,
  type AlarmTarget,
  alarms,
  alarmTargets,
  type Severity as AlarmSeverity,
} from './alarms.ts';
export { argoCd } from './argo-cd.ts';
export { type BackupTier, backupSchedules, regionsWithoutMacie } from './backups.ts';
export { type Budget, budget } from './budgets.ts';
export { type CanaryPolicy, gradual, immediate } from './canary.ts';
export { checksum } from './checksum.ts';
export { type Cluster, clusters, sites } from './clusters.ts';
export {
  type NodePoolPolicy,
  nodePolicy,
  nodePools,
  type PriorityName,
  priorities,
} from './compute.ts';
export { builtInKinds, type Controller, type ControllerName, controllers } from './controllers.ts';
export {
  type Commitment,
  type CostFacts,
  type CostRow,
  cost,
  costRows,
  type Sizes,
} from './cost.ts';
export { type CostLine, costEstimate, totalUsd } from './cost-estimate.ts';
export { scaling } from './cost-sizes.ts';
export { type Strategy, strategies } from './cost-strategies.ts';
export {
  delivery,
  homeRegistry,
  type PerformancePolicy,
  provingCluster,
  registryRegions,
} from './delivery.ts';
export { type EdgePolicy, edge, type ManagedGroup, type RateLimit } from './edge.ts';
export { edgeProblems } from './edge-problems.ts';
export { allowedDomains, firewallSubnets, inFirewallsWay } from './egress.ts';
export { type Environment, type EnvironmentName, environments, type Site } from './environments.ts';
export { failedOver, type Placement, standbyOf, takenOver } from './failover.ts';
export { failoverConcerns } from './failover-concerns.ts';
export { type Fleet, fleet } from './fleet.ts';
export {
  dataStores,
  drawnSecrets,
  type Foundation,
  foundations,
  interfaceEndpoints,
} from './foundation.ts';
export { type Freeze, freezes } from './freezes.ts';
export { type GlobalLayer, globalLayers, globalRegion } from './global-layer.ts';
export {
  type Identity,
  type PlatformIdentity,
  platformAccounts,
  platformIdentities,
} from './identities.ts';
export {
  type ImagePolicy,
  imagePolicies,
  type Severity,
  severities,
  severityRank,
} from './image-policy.ts';
export {
  type Image,
  type ImageDigest,
  type ImageLock,
  imageIn,
  imageRepository,
  type NextImage,
  type PinnedImage,
  pinnedImage,
} from './images.ts';
export type { Manifest, ManifestFile } from './manifest.ts';
export { type AlarmState, alarmState, periodsOf } from './metric-math/alarm-state.ts';
export { evaluate, type Series } from './metric-math/evaluate.ts';
export { parse } from './metric-math/parse.ts';
export {
  applicationNamespace,
  type Emitter,
  type MetricFact,
  type MetricKey,
  metrics,
} from './metrics.ts';
export {
  type AccountName,
  type ClusterId,
  type ClusterMinted,
  example,
  type KeysMinted,
  type Minted,
  mintedValues,
} from './minted.ts';
export {
  apiHost,
  bucketName,
  cdnHost,
  cdnOriginHost,
  cdnPublicHost,
  cdnSecurityGroupName,
  containerLogGroup,
  dashboardNames,
  homeHost,
  loadBalancerHost,
  logGroup,
  originHeader,
  originSecretNames,
  originWebAclName,
  pipelineExternalId,
  pipelineGroup,
  pipelineRole,
  redisNodes,
  replicationRule,
  roleArn,
  roleName,
  secretName,
  serviceApplicationName,
  serviceApplicationPrefix,
  serviceNamespace,
  stageName,
  webAclName,
} from './names.ts';
export { notifications } from './notifications.ts';
export { fleetProblems } from './problems.ts';
export { type Promotion, promotions } from './promotion.ts';
export { wavesDone, wavesTo } from './promotion-waves.ts';
export {
  databaseTier,
  type RecoveryTier,
  recoveryTiers,
  recoveryTopic,
} from './recovery.ts';
export { repository, sourceRepository } from './repository.ts';
export type { Compute, Exposure, FailureMeasure, Reach, Service } from './service.ts';
export { services } from './services.ts';
export {
  type Privilege,
  type Review,
  type Tenancy,
  type TenantReference,
  type TenantTable,
  tenancy,
} from './tenancy.ts';
export { type DedicatedTenant, tenants } from './tenants.ts';
export { collectors, sampling } from './tracing.ts';
export { type Variable, type VariableName, variableNames, variables } from './variables.ts';
