import type { Cluster, ImageDigest, Service } from '@bizflow/config';
import { serviceNamespace } from '@bizflow/config/names';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { podSecurity, serviceLabels } from '../labels.ts';
import { type Migration, migrationChart } from '../migration/migration-chart.ts';
import { namespace } from '../namespace.ts';
import { serviceAccount } from '../service-account.ts';
import { clusterWide, type OrderedChart } from '../synth.ts';
import { stage } from '../waves.ts';
import { analysisTemplate } from './analysis-template.ts';
import { externalSecret } from './environment.ts';
import { limitRange, resourceQuota } from './limits.ts';
import { networkPolicies } from './network-policies.ts';
import { rollout } from './rollout.ts';
import { autoscaler, disruptionBudget } from './scaling.ts';
import { securityGroupPolicy } from './security-group-policy.ts';
import { ingresses, trafficServices } from './traffic.ts';

/**
 * Everything one service needs in one cluster. Argo CD waits for the health of a stage before the
 * next; Ingress, autoscaler and Rollout share the last one, because each is healthy only when the
 * others are there (docs/decisions/0010).
 */
export const serviceChart = (
  scope: Construct,
  cluster: Cluster,
  service: Service,
  digest: ImageDigest,
  migration: Migration | null,
): OrderedChart => {
  const chart = new Chart(scope, service.name, {
    namespace: serviceNamespace(service),
    labels: serviceLabels(cluster, service),
  });
  const base = stage(chart, 'base');
  const configuration = stage(chart, 'configuration', base);
  const protection = stage(chart, 'protection', configuration);
  const release = stage(chart, 'release', protection);

  namespace(clusterWide(base), serviceNamespace(service), namespaceLabels(cluster));
  resourceQuota(base, cluster, service);
  limitRange(base, service);
  const { name } = service;
  serviceAccount(base, 'service-account', cluster, { name, role: name });
  networkPolicies(base, cluster, service);
  if (service.compute.kind === 'fargate') securityGroupPolicy(base, cluster, service);
  externalSecret(configuration, cluster, service);
  const judge = analysisTemplate(configuration, cluster, service);
  if (service.exposure !== null) {
    trafficServices(configuration, service);
    ingresses(release, cluster, service);
  }
  disruptionBudget(protection, service);
  autoscaler(release, cluster, service);
  const demands =
    migration === null ? [] : [migrationChart(chart, cluster, service, migration, protection)];
  rollout(release, cluster, service, { digest, judge, demands });
  return { chart, zero: configuration };
};

const namespaceLabels = (cluster: Cluster) => ({
  ...podSecurity(cluster, 'restricted', 'enforce', 'audit', 'warn'),
  'bizflow.io/plane': 'workloads',
  // LBC injects the gate at pod creation, so the ALB has a pod before its neighbour leaves.
  'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
});
