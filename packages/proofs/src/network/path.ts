import type { Connection, Endpoint } from './connection.ts';
import { covers, has, subnetOf } from './covers.ts';
import type { Acl, AclRule, Subnet } from './model.ts';

// Answers go to a port that the caller's system chooses: Linux takes them from this range.
/** A port of an answer. */
export const ephemeral = 40_000;

/** Filters and routes on the way, in one direction. */
export const pathRefusal = (connection: Connection, what: string): string | undefined => {
  const { from, to } = connection;
  const [source, target] = [subnetOf(from), subnetOf(to)];
  // A network ACL filters between subnets only.
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
  return rule?.allows === true
    ? undefined
    : `the ${direction} rules of the network ACL of ${subnet.address}`;
};

/** The longest of the routes that fit; the VPC itself needs none. */
const routeTo = (subnet: Subnet, ip: string): string | undefined =>
  subnet.routes
    .filter(({ cidr }) => has(cidr, ip))
    .toSorted((one, other) => bits(other.cidr) - bits(one.cidr))[0]?.target;

const bits = (cidr: string): number => Number(cidr.split('/')[1]);

const isLocal = (from: Endpoint, to: Endpoint): boolean =>
  from.network !== undefined && from.network === to.network;

const routeRefusal = (
  subnet: Subnet | undefined,
  from: Endpoint,
  to: Endpoint,
): string | undefined => {
  if (subnet === undefined || isLocal(from, to)) return undefined;
  const target = routeTo(subnet, to.ip);
  const wanted =
    to.network === undefined
      ? /^(?:nat_)?gateway_id|vpc_endpoint_id|gateway_endpoint$/
      : /^(?:transit_gateway|vpc_peering_connection)_id$/;
  return target !== undefined && wanted.test(target)
    ? undefined
    : `no route from ${subnet.address} to ${to.ip}`;
};

// A private subnet reaches the Internet through a NAT gateway in a public one.
const natOf = (source: Subnet | undefined, to: Endpoint): boolean =>
  source !== undefined && to.network === undefined && routeTo(source, to.ip) === 'nat_gateway_id';

const natRefusal = (
  isNat: boolean,
  from: Endpoint,
  to: Endpoint,
  connection: Connection,
): string | undefined => {
  const gate = isNat
    ? from.network?.subnets.find(
        (one) => leadsOut(one) && from.network?.natSubnets.includes(one.id),
      )
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
  from: Endpoint,
  to: Endpoint,
  what: string,
): string | undefined => {
  if (subnet === undefined || from.network !== undefined) return undefined;
  const isAnswer =
    what !== '' &&
    (natOf(subnet, { ...to, network: undefined, ip: from.ip }) ||
      routeTo(subnet, from.ip) === 'gateway_endpoint');
  return isAnswer || leadsOut(subnet)
    ? undefined
    : `no route from the Internet to ${subnet.address}`;
};
