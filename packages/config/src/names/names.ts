import type { BucketFacts, RedisFacts } from '@bizflow/region-catalog';
import type { Cluster } from '../clusters/clusters.ts';
import type { Environment } from '../environments/environments.ts';
import type { Service } from '../services/service.ts';

/** Names that `gitops/` and `terraform/` both derive, so that neither copies the other's output. */

/** The IAM role of a service: `bizflow-<environment>-<region>-<service>`. */
export const roleName = ({ name }: Pick<Cluster, 'name'>, service: Pick<Service, 'name'>): string =>
  `${name}-${service.name}`;

/** The role's ARN, as IRSA wants it on the ServiceAccount. */
export const roleArn = (cluster: Cluster, service: Pick<Service, 'name'>): string =>
  `arn:aws:iam::${cluster.account}:role/${roleName(cluster, service)}`;

/** A secret in the cluster's own Secrets Manager: `bizflow/<environment>/<region>/<secret>`. */
export const secretName = ({ id }: Pick<Cluster, 'id'>, secret: string): string =>
  `bizflow/${id}/${secret}`;

/** The `Name` tag of the security group that lets only CloudFront reach the cdn load balancer. */
export const cdnSecurityGroupName = ({ name }: Pick<Cluster, 'name'>): string => `${name}-cdn`;

/** The regional web ACL of the load balancer that clients call directly; it is in gitops/. */
export const webAclName = ({ name }: Pick<Cluster, 'name'>): string => `${name}-direct`;

/** The web ACL of the load balancer behind CloudFront: in Terraform, because it contains CloudFront's secret. */
export const originWebAclName = ({ name }: Pick<Cluster, 'name'>): string => `${name}-origin`;

/** The header that proves to a load balancer behind CloudFront that CloudFront asks. */
export const originHeader = 'x-bizflow-origin';

/**
 * The header's accepted values in Secrets Manager, replicated to every region: two, so that one can
 * be replaced while CloudFront sends the other.
 */
export const originSecretNames = ({
  name,
}: Pick<Environment, 'name'>): Readonly<Record<'blue' | 'green', string>> => ({
  blue: `bizflow/${name}/origin/blue`,
  green: `bizflow/${name}/origin/green`,
});

/** A log group of a cluster's place: `/bizflow/<environment>/<region>/<source>`. */
export const logGroup = ({ id }: Pick<Cluster, 'id'>, source: string): string =>
  `/bizflow/${id}/${source}`;

/**
 * A bucket of a cluster's place: `bizflow-<environment>-<region>-<purpose>-<account>`. Buckets of all
 * the world share one space of names, in which the account makes it ours.
 */
export const bucketName = (
  { name, account }: Pick<Cluster, 'name' | 'account'>,
  { purpose }: Pick<BucketFacts, 'purpose'>,
): string => `${name}-${purpose}-${account}`;

/** The buckets of its data, in the order of the fact sheet. */
export const bucketNames = (cluster: Pick<Cluster, 'name' | 'account' | 'region'>) =>
  cluster.region.buckets.map((bucket) => bucketName(cluster, bucket));

/** A log group of Container Insights, which the add-on names (CloudWatch user guide, "Container Insights"). */
export const containerLogGroup = ({ name }: Pick<Cluster, 'name'>, kind: string): string =>
  `/aws/containerinsights/${name}/${kind}`;

/** A bucket's replication rule, by which S3 names its metrics: `to-<region>`. */
export const replicationRule = (target: string): string => `to-${target}`;

/** The EventBridge rules that match each completed backup of a resource, and each copy of it. */
export const completionRule = (
  { name }: Pick<Cluster, 'name'>,
  done: 'backed-up' | 'copied',
  resource: string,
): string => `${name}-${done}-${resource}`;

/** The nodes of a Redis group without shards, as ElastiCache names them: `<group>-001` and on. */
export const redisNodes = ({
  identifier,
  replicas,
}: Pick<RedisFacts, 'identifier' | 'replicas'>): readonly string[] =>
  Array.from(
    { length: 1 + replicas },
    (_, index) => `${identifier}-${String(index + 1).padStart(3, '0')}`,
  );

/** The dashboards of an environment: one for all regions, one for the business, one a region. */
export const dashboardNames = ({ name }: Pick<Environment, 'name'>) => ({
  global: `bizflow-${name}-global-overview`,
  business: `bizflow-${name}-business`,
});

/** The dashboard of a region; with many services it goes on under `-2` and further. */
export const regionDashboardName = ({ name }: Pick<Cluster, 'name'>): string => name;

/** What the Argo CD Application of a service is called before the service's own name. */
export const serviceApplicationPrefix = 'service';

/** The Argo CD Application of a service, made by its ApplicationSet. */
export const serviceApplicationName = ({ name }: Pick<Service, 'name'>): string =>
  `${serviceApplicationPrefix}-${name}`;

/** The namespace of a service's pods. */
export const serviceNamespace = ({ name }: Pick<Service, 'name'>): string => `bizflow-${name}`;
