import { type Cluster, clusters, type Fleet } from '@bizflow/config';
import { foundations } from '@bizflow/config/foundation';
import { readersOf } from '../neighbours.ts';

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

/** A region's Transit Gateway peered with the hub's. */
export interface Link {
  readonly hub: Cluster;
  readonly spoke: Cluster;
}

/** One link for each region other than the hub; none where an environment has only one region. */
export const links = (fleet: Fleet): readonly Link[] =>
  clusters(fleet).flatMap((spoke) => {
    const hub = clusters(fleet).find(
      ({ environment: { name }, region }) =>
        name === spoke.environment.name && region.id === foundations[name].hub,
    );
    return hub === undefined || hub.id === spoke.id ? [] : [{ hub, spoke }];
  });

/** Whether a cluster's region is an end of a link, and so needs a Transit Gateway. */
export const isLinked = (cluster: Cluster, fleet: Fleet): boolean =>
  links(fleet).some(({ hub, spoke }) => [hub.id, spoke.id].includes(cluster.id));

/** The blocks of one end of a link that the other end may reach. */
export const reachableBlocks = (near: Cluster, far: Cluster, fleet: Fleet): readonly string[] => [
  ...(writesTo(far, near, fleet) ? near.network.database : []),
  ...(writesTo(near, far, fleet) ? near.network.private : []),
];

const writesTo = (from: Cluster, to: Cluster, fleet: Fleet): boolean =>
  readersOf(to, fleet).some(({ id }) => id === from.id);
