import { contains } from '@bizflow/region-catalog';
import type { Acl, AclRule, GroupRule, Network, Subnet } from './network.ts';

/** One end of a connection: an address, and where it stands. The Internet has no network. */
export interface End {
  readonly ip: string;
  readonly network: Network | undefined;
  readonly groups: readonly string[];
  /** Prefix lists of AWS that this address belongs to. */
  readonly lists: readonly string[];
}

/** A connection that one end opens. */
export interface Connection {
  readonly from: End;
  readonly to: End;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

// Answers go to a port that the caller's system chooses: Linux takes them from this range.
const ephemeral = 40_000;

/** Why a connection does not come about; undefined when it does. Groups know connections, so answers are asked of filters and routes alone. */
export const refusal = (connection: Connection): string | undefined => {
  const { from, to, protocol, port } = connection;
  const back: Connection = { from: to, to: from, protocol, port: ephemeral };
  return (
    groupRefusal('egress', from, to, protocol, port) ??
    pathRefusal(connection, '') ??
    groupRefusal('ingress', to, from, protocol, port) ??
    pathRefusal(back, 'the answer: ')
  );
};

const has = (cidr: string, ip: string): boolean => contains(cidr, `${ip}/32`);

const subnetOf = ({ network, ip }: End): Subnet | undefined =>
  network?.subnets.find(({ cidr }) => has(cidr, ip));

const covers = (
  { protocol, from, to }: Pick<GroupRule, 'protocol' | 'from' | 'to'>,
  wanted: string,
  port: number,
): boolean =>
  protocol === '-1' || (protocol === wanted && (from === -1 || (from <= port && port <= to)));

const groupRefusal = (
  direction: GroupRule['direction'],
  own: End,
  peer: End,
  protocol: string,
  port: number,
): string | undefined => {
  if (own.network === undefined) return undefined;
  const allows = own.network.rules.some(
    (rule) =>
      rule.direction === direction &&
      own.groups.includes(rule.group) &&
      covers(rule, protocol, port) &&
      ((rule.cidr !== undefined && has(rule.cidr, peer.ip)) ||
        (rule.peer !== undefined && [...peer.groups, ...peer.lists].includes(rule.peer))),
  );
  return allows ? undefined : `no ${direction} rule of a group`;
};

/** Filters and routes on the way, in one direction. */
const pathRefusal = (connection: Connection, what: string): string | undefined => {
  const { from, to } = connection;
  const [source, target] = [subnetOf(from), subnetOf(to)];
  // Within a subnet no filter stands.
  if (source !== undefined && source === target) return undefined;
  const nat = natOf(source, to);
  const reason =
    aclRefusal('egress', source, to.ip, connection) ??
    routeRefusal(source, from, to) ??
    natRefusal(nat, from, to, connection) ??
    entryRefusal(target, from, to, what) ??
    aclRefusal('ingress', target, from.ip, connection);
  return reason === undefined ? undefined : `${what}${reason}`;
};

const aclRefusal = (
  direction: keyof Acl,
  subnet: Subnet | undefined,
  ip: string,
  { protocol, port }: Connection,
): string | undefined => {
  if (subnet === undefined) return undefined;
  const rule = subnet.acl?.[direction].find(
    (line: AclRule) => has(line.cidr, ip) && covers(line, protocol, port),
  );
  return rule?.allows === true ? undefined : `${direction} filter of ${subnet.address}`;
};

/** The longest of the routes that fit; the VPC itself needs none. */
const routeTo = (subnet: Subnet, ip: string): string | undefined =>
  subnet.routes
    .filter(({ cidr }) => has(cidr, ip))
    .toSorted((one, other) => bits(other.cidr) - bits(one.cidr))[0]?.target;

const bits = (cidr: string): number => Number(cidr.split('/')[1]);

const isLocal = (from: End, to: End): boolean =>
  from.network !== undefined && from.network === to.network;

const routeRefusal = (subnet: Subnet | undefined, from: End, to: End): string | undefined => {
  if (subnet === undefined || isLocal(from, to)) return undefined;
  const target = routeTo(subnet, to.ip);
  const wanted = to.network === undefined ? /^(?:nat_)?gateway_id|vpc_endpoint_id$/ : /^transit_/;
  return target !== undefined && wanted.test(target)
    ? undefined
    : `no route from ${subnet.address} to ${to.ip}`;
};

// A private subnet reaches the Internet through a NAT gateway in a public one.
const natOf = (source: Subnet | undefined, to: End): boolean =>
  source !== undefined && to.network === undefined && routeTo(source, to.ip) === 'nat_gateway_id';

const natRefusal = (
  isNat: boolean,
  from: End,
  to: End,
  connection: Connection,
): string | undefined => {
  const gate = isNat
    ? from.network?.subnets.find((one) => leadsOut(one) && from.network?.gates.includes(one.id))
    : undefined;
  if (!isNat) return undefined;
  if (gate === undefined) return 'no public subnet for a NAT gateway';
  const answer = { ...connection, port: ephemeral };
  return (
    aclRefusal('ingress', gate, from.ip, connection) ??
    aclRefusal('egress', gate, to.ip, connection) ??
    aclRefusal('ingress', gate, to.ip, answer) ??
    aclRefusal('egress', gate, from.ip, answer)
  );
};

const leadsOut = ({ routes }: Subnet): boolean =>
  routes.some(({ target }) => target === 'gateway_id' || target === 'vpc_endpoint_id');

// What comes from the Internet arrives only where a route leads back to it, but for a NAT's answers.
const entryRefusal = (
  subnet: Subnet | undefined,
  from: End,
  to: End,
  what: string,
): string | undefined => {
  if (subnet === undefined || from.network !== undefined) return undefined;
  const isAnswer = what !== '' && natOf(subnet, { ...to, network: undefined, ip: from.ip });
  return isAnswer || leadsOut(subnet) ? undefined : `no way from the Internet to ${subnet.address}`;
};
