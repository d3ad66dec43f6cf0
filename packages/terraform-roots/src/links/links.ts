import { type Cluster, clusters, type Fleet } from '@bizflow/config';
import { clusterIn, readersOf, writerOf } from '../neighbours.ts';

/** Blocks of another region that a subnet tier of this one may reach. */
export type Route = { readonly tier: 'private' | 'database'; readonly cidr: string };

/**
 * The routes from a cluster's VPC to other VPCs. Only writes need one: RDS, ElastiCache and S3 replicate
 * over AWS's own network. A region that writes to its own database has none.
 */
export const routesOf = (cluster: Cluster, fleet: Fleet): readonly Route[] => {
  const isWriter = cluster.network.vpc === cluster.writerNetwork.vpc;
  const there = isWriter ? [] : cluster.writerNetwork.database;
  const back = readersOf(cluster, fleet).flatMap(({ network }) => network.private);
  return [
    ...there.map((cidr) => ({ tier: 'private', cidr }) as const),
    ...back.map((cidr) => ({ tier: 'database', cidr }) as const),
  ];
};

/**
 * What leaves the VPC by the Transit Gateway: the routes to other VPCs, unless the VPCs are peered for them, and to
 * the networks at the other end of a line.
 */
export const gatewayRoutesOf = (cluster: Cluster, fleet: Fleet): readonly Route[] => [
  ...(fleet.foundations[cluster.environment.name].vpcPeering ? [] : routesOf(cluster, fleet)),
  ...cluster.onPremises.map((cidr) => ({ tier: 'private', cidr }) as const),
];

/** A region's Transit Gateway peered with another's: the hub's, or that of the region that it writes to. */
export interface Link {
  readonly hub: Cluster;
  readonly spoke: Cluster;
}

/**
 * The document's links, one for each region other than the hub, or those of them that carry something; none where
 * an environment has only one region. Where a standby has taken over, who wrote to the lost region is linked with it.
 */
export const links = (fleet: Fleet): readonly Link[] =>
  clusters(fleet).flatMap((spoke) => {
    const { hub: home, links: which } = fleet.foundations[spoke.environment.name];
    if (spoke.region.id === home) return [];
    const hub = writerOf(spoke, fleet) ?? clusterIn(spoke, fleet, home);
    if (hub === undefined) return [];
    return which === 'drawn' || carries({ hub, spoke }, fleet) ? [{ hub, spoke }] : [];
  });

/** Whether anything crosses a link: a region's writes, and the answers to them. */
export const carries = ({ hub, spoke }: Link, fleet: Fleet): boolean =>
  writesTo(hub, spoke, fleet) || writesTo(spoke, hub, fleet);

/** Whether a cluster's region needs a Transit Gateway: at an end of a link, or for what hangs on the hub's. */
export const isLinked = (cluster: Cluster, fleet: Fleet): boolean => {
  const { hub: home, directConnect, privateLink } = fleet.foundations[cluster.environment.name];
  return (
    links(fleet).some(({ hub, spoke }) => [hub.id, spoke.id].includes(cluster.id)) ||
    (cluster.region.id === home && (directConnect !== null || privateLink !== null))
  );
};

/** The blocks of one end of a link that the other end may reach. */
export const reachableBlocks = (near: Cluster, far: Cluster, fleet: Fleet): readonly string[] => [
  ...(writesTo(far, near, fleet) ? near.network.database : []),
  ...(writesTo(near, far, fleet) ? near.network.private : []),
];

const writesTo = (from: Cluster, to: Cluster, fleet: Fleet): boolean =>
  readersOf(to, fleet).some(({ id }) => id === from.id);

/** A route by VPC peering, from a table that is found by its `Name` tag. */
export type PeeringRoute = { readonly table: string; readonly cidr: string };

/** The routes from one end of a link to the other, table by table, as `modules/vpc` names the tables. */
export const peeringRoutes = (
  near: Cluster,
  far: Cluster,
  fleet: Fleet,
): readonly PeeringRoute[] => {
  const there = reachableBlocks(far, near, fleet);
  return routesOf(near, fleet)
    .filter(({ cidr }) => there.includes(cidr))
    .flatMap(({ tier, cidr }) =>
      (tier === 'database' ? [''] : near.region.zones.map((zone) => `-${zone}`)).map((suffix) => ({
        table: `${near.name}-${tier}${suffix}`,
        cidr,
      })),
    );
};
