import type { Cluster, Fleet } from '@bizflow/config';
import { anywhere, dataPorts } from '@bizflow/config/network';
import { merged, privateRanges } from '@bizflow/kernel';
import type { Tier } from '@bizflow/region-catalog';
import { clientCidrs } from './neighbours.ts';

/** A rule of a network ACL; `-1` is every protocol, with ports 0 to 0. */
export type AclRule = {
  readonly action: 'allow' | 'deny';
  readonly protocol: 'tcp' | '-1';
  readonly cidr: string;
  readonly from_port: number;
  readonly to_port: number;
};

/** A tier's rules in the order in which AWS tries them; what none allows is refused. */
export type Acl = {
  readonly ingress: readonly AclRule[];
  readonly egress: readonly AclRule[];
};

// Answers come back to a port of this range (VPC user guide, "Ephemeral ports": NAT and Linux).
const ephemeral = { from_port: 1024, to_port: 65_535 } as const;
const https = { from_port: 443, to_port: 443 } as const;
const port = (number: number) => ({ from_port: number, to_port: number });

const allow = (cidr: string, ports: Pick<AclRule, 'from_port' | 'to_port'>): AclRule => ({
  action: 'allow',
  protocol: 'tcp',
  cidr,
  ...ports,
});

const everything = (action: AclRule['action'], cidr: string): AclRule => ({
  action,
  protocol: '-1',
  cidr,
  from_port: 0,
  to_port: 0,
});

/**
 * The second line behind the security groups, stateless: the Internet never meets a database, and
 * no other network a private subnet, except for the writes that the catalog sends there and a line. Subnets that lie
 * side by side share a rule, because AWS takes few in a list.
 */
export const networkAcls = (cluster: Cluster, fleet: Fleet): Readonly<Record<Tier, Acl>> => ({
  public: publicAcl,
  private: privateAcl(cluster),
  database: databaseAcl(cluster, merged(clientCidrs(cluster, fleet))),
});

// Clients and answers in; what load balancers and NAT gateways pass on out.
const anyone = [allow(anywhere, https), allow(anywhere, ephemeral)];
const publicAcl: Acl = { ingress: anyone, egress: anyone };

const toStores = (cidr: string): readonly AclRule[] =>
  Object.values(dataPorts).map((data) => allow(cidr, port(data)));

const privateAcl = ({ network, writerNetwork, onPremises }: Cluster): Acl => {
  const writer = network.vpc === writerNetwork.vpc ? [] : merged(writerNetwork.database);
  const strangers = privateRanges.map((range) => everything('deny', range));
  return {
    ingress: [
      everything('allow', network.vpc),
      ...writer.map((cidr) => allow(cidr, ephemeral)),
      // Over a line people open Argo CD, behind the internal load balancer.
      ...onPremises.map((cidr) => allow(cidr, https)),
      ...strangers,
      allow(anywhere, ephemeral),
    ],
    egress: [
      everything('allow', network.vpc),
      ...writer.flatMap(toStores),
      ...onPremises.map((cidr) => allow(cidr, ephemeral)),
      ...strangers,
      allow(anywhere, https),
    ],
  };
};

const databaseAcl = ({ network }: Cluster, clients: readonly string[]): Acl => {
  // Nodes of one Redis group copy from each other across the zones.
  const peers = merged(network.database).map((cidr) => everything('allow', cidr));
  return {
    ingress: [...peers, ...clients.flatMap(toStores)],
    egress: [...peers, ...clients.map((cidr) => allow(cidr, ephemeral))],
  };
};
