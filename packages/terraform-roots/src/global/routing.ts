import type { Cluster, Environment, Fleet } from '@bizflow/config';
import { europeanContinent } from '@bizflow/config/edge';
import { homeHost, loadBalancerHost } from '@bizflow/config/names';
import type { Region } from '@bizflow/region-catalog';
import { clustersOf } from '../neighbours.ts';

/** A geolocation record: from this place, ask that name. */
export type Answer =
  | { readonly country: string; readonly target: string }
  | { readonly continent: 'EU'; readonly target: string };

/** What a steering name answers; `null` is the page as secondary, and no answer as primary. */
export type Steering = {
  readonly primary: { readonly host: string; readonly health_check: string } | null;
  readonly secondary: string | null;
};

/** How the public names are answered: the input `routing` of `terraform/global`. */
export type Routing = {
  readonly hosts: readonly string[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly steering: Readonly<Record<string, Steering>>;
};

/**
 * Two steps: by place to a region's steering name, and there by health. In one step Route 53 would
 * look past an unhealthy answer to a larger area, and end at the default record, in India.
 */
export const routing = (environment: Environment, fleet: Fleet): Routing => {
  const regions = regionsOf(environment, fleet);
  const alive = clustersOf(environment, fleet);
  return {
    hosts: publicHosts(environment, fleet),
    answers: answers(environment, regions),
    steering: {
      ...Object.fromEntries(
        regions.map((region) => [homeHost(environment, region.id), home(region, alive)]),
      ),
      ...standbys(environment, regions, alive),
    },
  };
};

/** The public hosts, including the API's: of each exposed service the wanted one, and the one it still answers. */
export const publicHosts = (
  { name, zone }: Environment,
  { services }: Fleet,
): readonly string[] => {
  const hosts = services.flatMap(({ exposure }) =>
    exposure === null ? [] : [exposure.host, exposure.certified[name] ?? exposure.host],
  );
  return [...new Set(hosts)].map((host) => `${host}.${zone}`);
};

// Also a region that is switched off: its people must not become the default's.
const regionsOf = ({ sites }: Environment, { catalog }: Fleet): readonly Region[] =>
  typeof sites === 'string' ? Object.values(catalog) : sites.map(({ region }) => catalog[region]);

/** A region for the people of another one: itself or the page, never a third. */
const standbyHost = ({ zone }: Environment, region: string): string => `${region}.standby.${zone}`;

// Every served country has its own record, so that no answer depends on how Route 53 files
// a country; the continent answers only addresses without a known country, and unserved countries.
function answers(environment: Environment, regions: readonly Region[]): Routing['answers'] {
  const fallback = regions.find(({ dns }) => dns.locations.includes('*')) ?? regions[0];
  const everybodyElse = homeHost(environment, fallback?.id ?? '');
  const served = regions.flatMap(({ id, serves, dns }) =>
    [...serves, ...dns.locations]
      .filter((location) => location !== 'EU' && location !== '*')
      .map((country) => [country, { country, target: homeHost(environment, id) }] as const),
  );
  const europe = regions.find(({ dns }) => dns.locations.includes('EU'));
  const known = new Set<string>(served.map(([country]) => country));
  const rest = europeanContinent.filter((country) => !known.has(country));
  return Object.fromEntries<Answer>([
    ...served,
    ...(europe === undefined
      ? []
      : [
          ['continent-EU', { continent: 'EU', target: homeHost(environment, europe.id) }] as const,
          ...rest.map((country) => [country, { country, target: everybodyElse }] as const),
        ]),
    ['default', { country: '*', target: everybodyElse }],
  ]);
}

const home = (region: Region, alive: readonly Cluster[]): Steering => ({
  primary: primary(writesAtStandby(region, alive) ? region.database.writer : region.id, alive),
  secondary: standby(region, alive),
});

// Regions that failed over: their names stay with the standby until failback, even if they are up again.
const writesAtStandby = ({ fallback, database }: Region, alive: readonly Cluster[]): boolean =>
  fallback.kind === 'region' &&
  fallback.region === database.writer &&
  alive.some(({ region }) => region.id === database.writer);

const primary = (region: string, alive: readonly Cluster[]): Steering['primary'] => {
  const cluster = alive.find(({ region: { id } }) => id === region);
  return cluster === undefined ? null : { host: loadBalancerHost(cluster), health_check: region };
};

const standby = ({ fallback }: Region, alive: readonly Cluster[]): string | null => {
  if (fallback.kind === 'static-page') return null;
  const cluster = alive.find(({ region: { id } }) => id === fallback.region);
  return cluster === undefined ? null : standbyHost(cluster.environment, fallback.region);
};

const standbys = (
  environment: Environment,
  regions: readonly Region[],
  alive: readonly Cluster[],
): Routing['steering'] =>
  Object.fromEntries(
    alive
      .filter(({ region: { id } }) =>
        regions.some(({ fallback }) => fallback.kind === 'region' && fallback.region === id),
      )
      .map(({ region: { id } }) => [
        standbyHost(environment, id),
        { primary: primary(id, alive), secondary: null },
      ]),
  );
