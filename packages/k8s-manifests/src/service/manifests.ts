import type { Cluster, ImageDigest, Manifest, Service } from '@bizflow/config';
import { analysisTemplate } from './analysis-template.ts';
import { configMap, externalSecret } from './environment.ts';
import { limitRange, resourceQuota } from './limits.ts';
import { namespace } from './namespace.ts';
import { networkPolicies } from './network-policies.ts';
import { rollout } from './rollout.ts';
import { autoscaler, disruptionBudget } from './scaling.ts';
import { securityGroupPolicy } from './security-group-policy.ts';
import { serviceAccount } from './service-account.ts';
import { ingresses, trafficServices } from './traffic.ts';

/** Everything one service needs in one cluster. */
export const serviceManifests = (
  cluster: Cluster,
  service: Service,
  digest: ImageDigest,
): readonly Manifest[] => [
  namespace(cluster, service),
  resourceQuota(cluster, service),
  limitRange(cluster, service),
  serviceAccount(cluster, service),
  ...networkPolicies(cluster, service),
  ...(service.compute.kind === 'fargate' ? [securityGroupPolicy(cluster, service)] : []),
  configMap(cluster, service),
  externalSecret(cluster, service),
  analysisTemplate(cluster, service),
  ...(service.exposure === null
    ? []
    : [...trafficServices(cluster, service), ...ingresses(cluster, service)]),
  disruptionBudget(cluster, service),
  autoscaler(cluster, service),
  rollout(cluster, service, digest),
];
