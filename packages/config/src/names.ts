import type { Cluster } from './clusters.ts';
import type { Service } from './service.ts';

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

/** The name the region's load balancer answers, published from the cluster by ExternalDNS. */
export const loadBalancerHost = ({ environment, region }: Cluster): string =>
  `${region.id}.alb.${environment.zone}`;

/** The regional web ACL of a cluster, by which its load balancer finds it. */
export const webAclName = ({ name }: Pick<Cluster, 'name'>): string => `${name}-direct`;
