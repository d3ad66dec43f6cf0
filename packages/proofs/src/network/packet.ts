import type { Connection, Endpoint } from './connection.ts';
import { covers, has } from './covers.ts';
import type { GroupRule } from './model.ts';
import { ephemeral, pathRefusal } from './path.ts';

/** Why a connection is blocked; undefined when it is not. Groups know connections, so answers are asked of filters and routes alone. */
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

const groupRefusal = (
  direction: GroupRule['direction'],
  own: Endpoint,
  peer: Endpoint,
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
  return allows ? undefined : `no ${direction} rule of a security group allows it`;
};
