import { type ConnectionEnd, dataPorts, neededConnections } from '@bizflow/config/network';
import type { PlannedCluster, RenderedFleet } from '../rendered-fleet.ts';
import type { Connection } from './connection.ts';
import { type Endpoints, endpointsOf } from './endpoints.ts';
import { withLinkRoutes } from './link-routes.ts';

/** A connection that must be possible, or must not. */
export interface ExpectedConnection extends Connection {
  /** `production/eu-west-2 pod -> database`, or with the cluster of the other end. */
  readonly at: string;
  readonly opens: boolean;
}

type Row = readonly [
  from: ConnectionEnd,
  to: ConnectionEnd,
  port: number,
  protocol?: Connection['protocol'],
];

const { database, redis } = dataPorts;

/** Within a cluster and to the Internet, answers included. */
const open: readonly Row[] = neededConnections.map(({ from, to, port, protocol }) => [
  from,
  to,
  port,
  protocol,
]);

const closed: readonly Row[] = [
  ['internet', 'database', database],
  ['internet', 'redis', redis],
  ['internet', 'pod', 3000],
  ['internet', 'fargate', 3000],
  ['internet', 'loadBalancer', 22],
  ['internet', 'internalBalancer', 443],
  ['internalBalancer', 'pod', 22],
  ['loadBalancer', 'database', database],
  ['loadBalancer', 'redis', redis],
  ['loadBalancer', 'pod', 22],
  ['pod', 'database', 22],
  ['database', 'internet', 443],
  ['redis', 'internet', 443],
  ['database', 'pod', 3000],
  ['fargate', 'pod', 22],
  ['fargate', 'node', 10_250],
  ['fargate', 'fargate', 10_250],
  ['pod', 'fargate', 22],
  ['internet', 'fargate', 10_250],
  ['internet', 'node', 10_250],
  ['loadBalancer', 'fargate', 10_250],
  ['loadBalancer', 'node', 10_250],
];

/** From a region without its own writer to the region of its writer. */
const toWriterOpen: readonly Row[] = [
  ['pod', 'database', database],
  ['fargate', 'database', database],
  // A secondary of a Global Datastore only reads (ElastiCache user guide), so writes go there too.
  ['pod', 'redis', redis],
];

const toWriterClosed: readonly Row[] = [
  ['pod', 'pod', 3000],
  ['loadBalancer', 'database', database],
];

/** Between any other two clusters. */
const strangersClosed: readonly Row[] = [
  ['pod', 'database', database],
  ['fargate', 'redis', redis],
  ['pod', 'pod', 3000],
];

/** Everything that must be possible in the fleet, and what must not, between any two clusters. */
export const expectedConnections = ({
  plans,
  planned,
}: Pick<RenderedFleet, 'plans' | 'planned'>): readonly ExpectedConnection[] => {
  const all = planned.map(({ cluster, plan }) => ({
    cluster,
    endpoints: endpointsOf(withLinkRoutes(plan, plans), cluster),
  }));
  return all.flatMap((one) => [
    ...rows(open, true, one, one),
    ...rows(closed, false, one, one),
    ...all.filter((other) => other !== one).flatMap((other) => between(one, other)),
  ]);
};

interface Side {
  readonly cluster: PlannedCluster['cluster'];
  readonly endpoints: Endpoints;
}

const between = (from: Side, to: Side): readonly ExpectedConnection[] =>
  writesFor(to, from)
    ? [...rows(toWriterOpen, true, from, to), ...rows(toWriterClosed, false, from, to)]
    : rows(strangersClosed, false, from, to);

const writesFor = (writer: Side, reader: Side): boolean =>
  reader.cluster.environment.name === writer.cluster.environment.name &&
  reader.cluster.region.database.writer === writer.cluster.region.id;

const rows = (
  wanted: readonly Row[],
  opens: boolean,
  from: Side,
  to: Side,
): readonly ExpectedConnection[] =>
  wanted.map(([source, target, port, protocol = 'tcp']) => {
    const place = from === to ? '' : `${to.cluster.id} `;
    const at = `${from.cluster.id} ${source} -> ${place}${target}`;
    return { from: from.endpoints[source], to: to.endpoints[target], port, protocol, at, opens };
  });
