import {
  type Cluster,
  clusters,
  type Environment,
  type Fleet,
  runsServices,
} from '@bizflow/config';
import { loadBalancerHost } from '@bizflow/config/names';
import type { Region, RegionId } from '@bizflow/region-catalog';
import { asText, type Plan, unknown } from '@bizflow/terraform-plan';
import type { RenderedFleet } from '../rendered-fleet.ts';
import type { DnsRecord } from './route-53.ts';
import { zoneRecords } from './zone-records.ts';

/** The public names of an environment, as its global root answers them. */
export interface Zone {
  readonly environment: Environment;
  readonly fleet: Fleet;
  readonly records: readonly DnsRecord[];
  /** The names that tenants ask for: those that are answered by place. */
  readonly hosts: readonly string[];
  /** The name that a health check asks, by the id of the check. */
  readonly checked: ReadonlyMap<string, string>;
  /** The address that is shown when no region may answer: a distribution of CloudFront. */
  readonly page: string;
}

/** Every zone of the fleet that answers by place. */
export const zonesOf = ({ fleet, plans }: RenderedFleet): readonly Zone[] =>
  fleet.environments.flatMap((environment) =>
    plans
      .filter(({ root }) => root === `environments/${environment.name}/global`)
      .map((plan) => zoneOf(environment, fleet, plan)),
  );

const zoneOf = (environment: Environment, fleet: Fleet, plan: Plan): Zone => {
  const records = zoneRecords(plan);
  const byPlace = records.filter(({ policy }) => policy.kind === 'geolocation');
  const ofType = (type: string) => plan.resources.filter((one) => one.type === type);
  const checks = ofType('aws_route53_health_check').map(
    ({ address, values }) => [unknown(`${address}.id`), asText(values.fqdn ?? '')] as const,
  );
  const [page] = ofType('aws_cloudfront_distribution').filter(({ address }) =>
    address.includes('unavailable'),
  );
  return {
    environment,
    fleet,
    records,
    hosts: [...new Set(byPlace.map(({ name }) => name))],
    checked: new Map(checks),
    page: page === undefined ? '' : unknown(`${page.address}.domain_name`),
  };
};

/** The regions of an environment in the catalog's order, those without services among them. */
export const regionsOf = ({ environment: { sites }, fleet: { catalog } }: Zone) =>
  (typeof sites === 'string'
    ? (Object.keys(catalog) as RegionId[])
    : sites.map(({ region }) => region)
  ).flatMap((id): readonly Region[] => (catalog[id] === undefined ? [] : [catalog[id]]));

/** The address of a region's load balancer; a region without services has none. */
export const addressOf = ({ environment, fleet }: Zone, region: string): string | undefined => {
  const found = clusters(fleet).find(
    (cluster: Cluster) =>
      cluster.environment.name === environment.name &&
      cluster.region.id === region &&
      runsServices(cluster),
  );
  return found === undefined ? undefined : loadBalancerHost(found);
};
