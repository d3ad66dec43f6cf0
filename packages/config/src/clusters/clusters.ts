import { once } from '@bizflow/kernel';
import { type Catalog, type Network, type Region, regionIds } from '@bizflow/region-catalog';
import { settledLife } from '@bizflow/region-catalog/moves';
import type { AssignedValue, ClusterId } from '../assigned/assigned.ts';
import type { Environment, Site } from '../environments/environments.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { FormerValues } from './former-values.ts';

/** One EKS cluster with everything a renderer may ask of its place. */
export interface Cluster {
  readonly id: ClusterId;
  /** The EKS cluster's name, and the prefix of every AWS name it owns. */
  readonly name: string;
  readonly environment: Environment;
  /** As in its fact sheet, except for a writer that this environment does not have. */
  readonly region: Region;
  readonly network: Network;
  /** The network of the database that this cluster writes to; its own, except in a replica region. */
  readonly writerNetwork: Network;
  readonly repository: string;
  readonly account: string;
  /** The ECR registry in this cluster's own region. */
  readonly registry: string;
  /** What pods of running versions still have, beside today's values. */
  readonly former: FormerValues;
  readonly prometheusWorkspace: string;
  readonly fargateSecurityGroup: string;
  /** The id of the user pool in which people sign on to its Argo CD. */
  readonly userPool: string;
  /** Its Argo CD, as a client of that pool. */
  readonly signOnClient: string;
  /** Networks at the other end of a Direct Connect line, which ends in the hub's region. */
  readonly onPremises: readonly string[];
  /** Whether Shield Advanced protects its public load balancers, as its environment has subscribed. */
  readonly shieldAdvanced: boolean;
  /** As whom its Argo CD reads the repository. */
  readonly gitHubApp: { readonly app: string; readonly installation: string };
}

/** The places an environment runs in: an unknown region has no cluster. */
export const sites = ({ sites: own }: Environment, catalog: Catalog): readonly Site[] =>
  (typeof own === 'string'
    ? regionsInOrder(catalog).map(({ id, network }) => ({ region: id, network }))
    : own
  ).filter(({ region }) => Object.hasOwn(catalog, region));

/** Whether the services of an environment run in a cluster, or its region is still to get them, or has lost them. */
export const runsServices = ({ region }: Cluster): boolean => region.life.extent === 'whole';

/** Whether there is a cluster at all: of a region that is to be destroyed only its Terraform roots remain. */
export const hasPlatform = ({ region }: Cluster): boolean => region.life.extent !== 'remains';

/** The regions of a catalog in one order, whatever the order of its keys. */
export const regionsInOrder = (catalog: Catalog): readonly Region[] =>
  Object.values(catalog).toSorted(
    (a, b) => regionIds.indexOf(a.id) - regionIds.indexOf(b.id) || (a.id < b.id ? -1 : 1),
  );

/** Every cluster of the fleet, environment by environment, in the catalog's order. */
export const clusters = once(
  // Renderers of each cluster read all clusters: without a cache, the time would grow quadratically.
  (fleet: Fleet): readonly Cluster[] =>
    fleet.environments.flatMap((environment) => {
      const places = sites(environment, fleet.catalog);
      return places.map((site) => cluster(fleet, environment, site, places));
    }),
);

/** Every cluster of an environment. */
export const clustersOf = ({ name }: { readonly name: string }, fleet: Fleet): readonly Cluster[] =>
  clusters(fleet).filter(({ environment }) => environment.name === name);

function cluster(
  { catalog, assigned, repository, formerValues, foundations, globalLayers }: Fleet,
  environment: Environment,
  { region: id, network }: Site,
  places: readonly Site[],
): Cluster {
  const region = amongOwn(inEnvironment(catalog[id], environment), places);
  const clusterId: ClusterId = `${environment.name}/${id}`;
  const own = assigned.clusters[clusterId];
  const foundation = foundations[environment.name];
  const writer = places.find((place) => place.region === region.database.writer);
  return {
    id: clusterId,
    name: `bizflow-${environment.name}-${id}`,
    environment,
    region,
    network,
    writerNetwork: writer?.network ?? network,
    repository,
    account: assignedText(assigned.accounts[environment.name]),
    registry: `${assignedText(assigned.accounts.delivery)}.dkr.ecr.${id}.amazonaws.com`,
    former: formerValues[clusterId] ?? {},
    prometheusWorkspace: assignedText(own?.prometheusWorkspace),
    fargateSecurityGroup: assignedText(own?.fargateSecurityGroup),
    userPool: assignedText(own?.userPool),
    signOnClient: assignedText(own?.signOnClient),
    onPremises: foundation?.hub === id ? (foundation.directConnect?.onPremises ?? []) : [],
    shieldAdvanced: globalLayers[environment.name]?.shieldAdvanced === true,
    gitHubApp: {
      app: assignedText(assigned.gitHubApp.app),
      installation: assignedText(assigned.gitHubApp.installation),
    },
  };
}

// A move is about the people of production: another environment's cluster in the same region is as it was.
const inEnvironment = (region: Region, { sites: own }: Environment): Region =>
  own === 'catalog' ? region : { ...region, life: settledLife };

/**
 * A region as an environment without its writer has it: staging writes at home, whatever role production
 * gives the region, also while a standby has taken over.
 */
const amongOwn = (region: Region, places: readonly Site[]): Region =>
  places.some((place) => place.region === region.database.writer)
    ? region
    : {
        ...region,
        database: { ...region.database, role: 'writer', writer: region.id, source: null },
      };

// A missing entry is the problem ASSIGNED_MISSING, which stops a render before this text is read.
const assignedText = (assigned: AssignedValue | undefined): string => assigned?.value ?? '';
