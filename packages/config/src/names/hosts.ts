import { hostsIn } from '@bizflow/region-catalog';
import type { Cluster } from '../clusters/clusters.ts';
import type { Environment } from '../environments/environments.ts';

/** The name the region's load balancer answers, published from the cluster by ExternalDNS. */
export const loadBalancerHost = ({ environment, region }: Cluster): string =>
  hostsIn(region.id, environment.zone).loadBalancer;

/** The name the region's load balancer behind CloudFront answers, published in the same way. */
export const cdnHost = ({ environment, region }: Pick<Cluster, 'environment' | 'region'>): string =>
  hostsIn(region.id, environment.zone).cdn;

/** What the public asks CloudFront for: the document's `cdn.bizflow.app`. */
export const cdnPublicHost = ({ zone }: Pick<Environment, 'zone'>): string => `cdn.${zone}`;

/** CloudFront's origin: latency records of this name lead to the nearest {@link cdnHost}. */
export const cdnOriginHost = ({ zone }: Pick<Environment, 'zone'>): string => `origin.cdn.${zone}`;

/** The name that tenants use: the document's `api.bizflow.app`. */
export const apiHost = ({ zone }: Pick<Environment, 'zone'>): string => `api.${zone}`;

/** The name that Route 53 answers with for the countries of a region, up or not: `<region>.home.<zone>`. */
export const homeHost = ({ zone }: Pick<Environment, 'zone'>, region: string): string =>
  `${region}.home.${zone}`;

/** The name for those whose data is changing its place: the page answers it. */
export const waitingHost = (environment: Pick<Environment, 'zone'>): string =>
  homeHost(environment, 'waiting');
