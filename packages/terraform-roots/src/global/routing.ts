import {
  type Cluster,
  clustersOf,
  type Environment,
  type Fleet,
  runsServices,
  sites,
} from '@bizflow/config';
import { homeHost, loadBalancerHost, waitingHost } from '@bizflow/config/names';
import type { Region } from '@bizflow/region-catalog';
import { type Answer, answers } from './answers.ts';

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
  // Also regions without services: their people must not become the default's.
  const regions = sites(environment, fleet.catalog).map(({ region }) => fleet.catalog[region]);
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

/** A region for the people of another one: itself or the page, never a third. */
const standbyHost = ({ zone }: Environment, region: string): string => `${region}.standby.${zone}`;

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
