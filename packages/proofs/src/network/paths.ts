import { clusters } from '@bizflow/config';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { expectedConnections } from './expected-connections.ts';
import type { GroupRule } from './model.ts';
import { networkOf } from './network.ts';
import { refusal } from './packet.ts';
import { podConnections } from './policies/pod-connections.ts';
import { stoppedBy } from './policies/policed.ts';
import { policedBy } from './policies/policy-rules.ts';

/** A way that packets could take, and whether it is open. */
export interface NetworkPath {
  /** `production/eu-west-2 pod -> database`. */
  readonly at: string;
  /** `port 5432`. */
  readonly port: string;
  readonly open: boolean;
}

/** Each path that the packet model is asked about, through network ACLs, routes and security groups. */
export const pathsOf = ({ plans, planned }: RenderedFleet): readonly NetworkPath[] =>
  expectedConnections({ plans, planned }).map(({ at, opens: _, ...connection }) => ({
    at,
    port: `port ${connection.port}${connection.protocol === 'udp' ? ' of UDP' : ''}`,
    open: refusal(connection) === undefined,
  }));

/** Each path between pods and addresses that a cluster's NetworkPolicies are asked about. */
export const podPathsOf = (
  { fleet, manifests }: Pick<RenderedFleet, 'fleet' | 'manifests'>,
  isAsked: (cluster: string) => boolean,
): readonly NetworkPath[] =>
  clusters(fleet)
    .filter(({ id }) => isAsked(id))
    .flatMap((cluster) => {
      const policed = policedBy(manifests, cluster.id);
      return podConnections(cluster, fleet).map(({ opens: _, ...connection }) => ({
        at: `${cluster.id} ${connection.from.name} -> ${connection.to.name}`,
        port: `port ${connection.port} of ${connection.protocol}`,
        open: stoppedBy(policed, connection) === undefined,
      }));
    });

/** A rule of a security group, in the words of its root: what it lets in or out, also what the model does not ask for. */
export const groupRulesOf = ({
  planned,
}: RenderedFleet): readonly (GroupRule & { readonly at: string })[] =>
  planned.flatMap(({ cluster, plan }) =>
    networkOf(plan).rules.map((rule) => ({ ...rule, at: cluster.id })),
  );
