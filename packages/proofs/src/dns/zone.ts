import {
  clusters,
  type Environment,
  type Fleet,
  regionsInOrder,
  runsServices,
} from '@bizflow/config';
import { loadBalancerHost } from '@bizflow/config/names';
import { asText, ofType, type Plan, unknown } from '@bizflow/terraform-plan';
import type { RenderedFleet } from '../rendered-fleet.ts';
import type { Zone } from './answer.ts';
import { zoneRecords } from './zone-records.ts';

/** The zone of an environment that answers by place. */
export interface EnvironmentZone extends Zone {
  readonly environment: Environment;
}

/** Every zone of the fleet that answers by place. */
export const zonesOf = ({ fleet, plans }: RenderedFleet): readonly EnvironmentZone[] =>
  fleet.environments.flatMap((environment) =>
    plans
      .filter(({ root }) => root === `environments/${environment.name}/global`)
      .map((plan) => zoneOf(environment, fleet, plan)),
  );

const zoneOf = (environment: Environment, fleet: Fleet, plan: Plan): EnvironmentZone => {
  const records = zoneRecords(plan);
  const byPlace = records.filter(({ policy }) => policy.kind === 'geolocation');
  const checks = ofType(plan, 'aws_route53_health_check').map(
    ({ address, values }) => [unknown(`${address}.id`), asText(values.fqdn ?? '')] as const,
  );
  const [page] = ofType(plan, 'aws_cloudfront_distribution').filter(({ address }) =>
    address.includes('unavailable'),
  );
  return {
    environment,
    name: environment.name,
    catalog: fleet.catalog,
    exceptions: fleet.exceptions,
    regions: regionsOf(environment, fleet),
    addresses: addressesIn(environment, fleet),
    records,
    hosts: [...new Set(byPlace.map(({ name }) => name))],
    checked: Object.fromEntries(checks),
    page: page === undefined ? '' : unknown(`${page.address}.domain_name`),
  };
};

/** The regions of an environment in the catalog's order, those without services among them. */
const regionsOf = ({ sites }: Environment, { catalog }: Fleet): Zone['regions'] =>
  typeof sites === 'string'
    ? regionsInOrder(catalog)
    : sites.flatMap(({ region }) => (catalog[region] === undefined ? [] : [catalog[region]]));

const addressesIn = ({ name }: Environment, fleet: Fleet): Zone['addresses'] =>
  Object.fromEntries(
    clusters(fleet)
      .filter((cluster) => cluster.environment.name === name && runsServices(cluster))
      .map((cluster) => [cluster.region.id, loadBalancerHost(cluster)]),
  );
