import {
  type Cluster,
  type Environment,
  type Fleet,
  regionsInOrder,
  runsServices,
} from '@bizflow/config';
import { homeHost, loadBalancerHost, waitingHost } from '@bizflow/config/names';
import {
  type CountryCode,
  continentsOf,
  countryCodes,
  type DnsLocation,
  placedAmong,
  type Region,
} from '@bizflow/region-catalog';
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
  const alive = clustersOf(environment, fleet).filter(runsServices);
  return {
    hosts: publicHosts(environment, fleet),
    answers: answers(environment, regions),
    steering: {
      ...Object.fromEntries(
        regions.map((region) => [homeHost(environment, region.id), home(region, alive)]),
      ),
      ...standbys(environment, regions, alive),
      ...(regions.some(isHeld)
        ? { [waitingHost(environment)]: { primary: null, secondary: null } }
        : {}),
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

// Also a region without services: its people must not become the default's.
const regionsOf = ({ sites }: Environment, { catalog }: Fleet): readonly Region[] =>
  typeof sites === 'string' ? regionsInOrder(catalog) : sites.map(({ region }) => catalog[region]);

/** A region for the people of another one: itself or the page, never a third. */
const standbyHost = ({ zone }: Environment, region: string): string => `${region}.standby.${zone}`;

/**
 * The document's records, and one more for each country that its continent or the default would lead
 * elsewhere than to where its tenants are placed.
 */
function answers(environment: Environment, regions: readonly Region[]): Routing['answers'] {
  const named = new Map<DnsLocation, Region>(
    regions.flatMap((region) => region.dns.locations.map((one) => [one, region] as const)),
  );
  const at = (region: Region | undefined, asked: DnsLocation): string =>
    region?.life.waiting.includes(asked)
      ? waitingHost(environment)
      : homeHost(environment, region?.id ?? '');
  const europe = named.has('EU') ? at(named.get('EU'), 'EU') : undefined;
  const rest = at(named.get('*') ?? regions[0], '*');
  const answerTo = (country: CountryCode): string => {
    const placed = placedAmong(regions, country);
    if (placed?.basis === 'continent') return europe ?? rest;
    if (placed?.basis !== 'served') return rest;
    return at(
      regions.find(({ id }) => id === placed.region),
      country,
    );
  };
  const own = countryCodes.flatMap((country) => {
    const target = answerTo(country);
    const follows = continentsOf(country).every(
      (continent) => target === (continent === null ? rest : (europe ?? rest)),
    );
    return named.has(country) || !follows ? [[country, { country, target }] as const] : [];
  });
  return Object.fromEntries<Answer>([
    ...own,
    ...(europe === undefined
      ? []
      : [['continent-EU', { continent: 'EU', target: europe }] as const]),
    ['default', { country: '*', target: rest }],
  ]);
}

const isHeld = ({ life }: Region): boolean => life.waiting.length > 0;

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
