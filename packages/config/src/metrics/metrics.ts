import { freeze } from '@bizflow/kernel';
import { metrics as contract } from '@bizflow/metrics';

/** Who sends a metric to CloudWatch. */
export type Emitter =
  | 'application'
  | 'load balancer'
  | 'EKS'
  | 'RDS'
  | 'ElastiCache'
  | 'ACM'
  | 'S3'
  | 'EventBridge'
  | 'SSM Automation';

/** A metric as CloudWatch knows it, with the dimensions by which a dashboard or an alarm finds it. */
export interface MetricFact {
  readonly namespace: string;
  readonly name: string;
  /** As CloudWatch spells units; `None` is a bare number. */
  readonly unit: 'None' | 'Count' | 'Seconds' | 'Percent' | 'Bytes';
  readonly dimensions: readonly string[];
  readonly emitter: Emitter;
}

/** The namespace of everything that applications send through the collectors. */
export const applicationNamespace = 'BizFlow';

/** The namespace of what we measure of AWS's own backups. */
const recoveryNamespace = 'BizFlow/Recovery';

const application = (
  { name, unit }: (typeof contract)[keyof typeof contract],
  ...dimensions: readonly string[]
) =>
  ({
    namespace: applicationNamespace,
    name,
    unit: unit === 's' ? 'Seconds' : 'None',
    dimensions,
    emitter: 'application',
  }) as const;

const of =
  <N extends string, E extends Emitter, D extends string>(namespace: N, emitter: E, dimension: D) =>
  (name: string, unit: MetricFact['unit']) =>
    ({ namespace, name, unit, dimensions: [dimension], emitter }) as const;

const rds = of('AWS/RDS', 'RDS', 'DBInstanceIdentifier');
const redis = of('AWS/ElastiCache', 'ElastiCache', 'CacheClusterId');
const eks = of('ContainerInsights', 'EKS', 'ClusterName');
// AWS assigns the id of a load balancer, so dashboards find it by SEARCH and no alarm reads it (docs/decisions/0023).
const alb = of('AWS/ApplicationELB', 'load balancer', 'LoadBalancer');

/** Every metric that a dashboard or an alarm reads. Those of applications are @bizflow/metrics'. */
export const metrics = freeze({
  requestDuration: application(contract.requestDuration, 'service.name'),
  outcomeDuration: application(contract.requestDuration, 'service.name', 'outcome'),
  up: application(contract.up, 'service.name'),
  activeUsers: application(contract.activeUsers),
  activeTenants: application(contract.activeTenants),
  tenantActivity: application(contract.tenantActivity),
  apiUsage: application(contract.apiUsage),
  whatsappMessages: application(contract.whatsappMessages, 'provider', 'direction'),
  subscriptions: application(contract.subscriptions, 'status'),

  loadBalancerRequests: alb('RequestCount', 'Count'),
  loadBalancerTime: alb('TargetResponseTime', 'Seconds'),
  loadBalancerErrors: alb('HTTPCode_ELB_5XX_Count', 'Count'),
  targetErrors: alb('HTTPCode_Target_5XX_Count', 'Count'),

  nodes: eks('cluster_node_count', 'Count'),
  failedNodes: eks('cluster_failed_node_count', 'Count'),
  nodeCpu: eks('node_cpu_utilization', 'Percent'),
  nodeMemory: eks('node_memory_utilization', 'Percent'),
  pods: eks('namespace_number_of_running_pods', 'Count'),

  databaseCpu: rds('CPUUtilization', 'Percent'),
  databaseLoad: rds('DBLoad', 'Count'),
  databaseLoadCpu: rds('DBLoadCPU', 'Count'),
  databaseLoadWaits: rds('DBLoadNonCPU', 'Count'),
  databaseConnections: rds('DatabaseConnections', 'Count'),
  databaseFreeStorage: rds('FreeStorageSpace', 'Bytes'),
  replicaLag: rds('ReplicaLag', 'Seconds'),

  redisMemory: redis('DatabaseMemoryUsagePercentage', 'Percent'),
  redisCpu: redis('EngineCPUUtilization', 'Percent'),
  redisConnections: redis('CurrConnections', 'Count'),
  redisEvictions: redis('Evictions', 'Count'),

  certificateDays: of('AWS/CertificateManager', 'ACM', 'CertificateArn')('DaysToExpiry', 'None'),
  replicationLatency: {
    namespace: 'AWS/S3',
    name: 'ReplicationLatency',
    unit: 'Seconds',
    dimensions: ['SourceBucket', 'DestinationBucket', 'RuleId'],
    emitter: 'S3',
  },
  // AWS Backup's own metrics know vaults and types of resources; EventBridge counts what a rule of one resource matches.
  completions: of('AWS/Events', 'EventBridge', 'RuleName')('MatchedEvents', 'Count'),
  restorableAge: of(
    recoveryNamespace,
    'SSM Automation',
    'DBInstanceIdentifier',
  )('RestorableAge', 'Seconds'),
} as const satisfies Record<string, MetricFact>);

export type MetricKey = keyof typeof metrics;
