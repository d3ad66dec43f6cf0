import { type Cluster, clusters, type Fleet } from '@bizflow/config';
import { foundations } from '@bizflow/config/foundation';
import { readersOf } from '../neighbours.ts';

/** Blocks of another region that a subnet tier of this one may reach. */
export type Way = { readonly tier: 'private' | 'database'; readonly cidr: string };

/**
 * The ways out of a cluster's VPC. Only writes need one: replicas of RDS, ElastiCache and S3 travel
 * between AWS's own networks. A region whose writes stay at home has none.
 */
export const waysOf = (cluster: Cluster, fleet: Fleet): readonly Way[] => {
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

/** One link per region beside the hub; none where an environment stands in one place. */
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
export const reached = (near: Cluster, far: Cluster, fleet: Fleet): readonly string[] => [
  ...(writesTo(far, near, fleet) ? near.network.database : []),
  ...(writesTo(near, far, fleet) ? near.network.private : []),
];

const writesTo = (from: Cluster, to: Cluster, fleet: Fleet): boolean =>
  readersOf(to, fleet).some(({ id }) => id === from.id);
