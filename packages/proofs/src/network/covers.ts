import { contains } from '@bizflow/kernel';
import type { Endpoint } from './connection.ts';
import type { GroupRule, Subnet } from './model.ts';

/** Whether a block holds an address. */
export const has = (cidr: string, ip: string): boolean => contains(cidr, `${ip}/32`);

/** The subnet of an endpoint. */
export const subnetOf = ({ network, ip }: Endpoint): Subnet | undefined =>
  network?.subnets.find(({ cidr }) => has(cidr, ip));

/** Whether a rule speaks of this protocol and port. */
export const covers = (
  { protocol, from, to }: Pick<GroupRule, 'protocol' | 'from' | 'to'>,
  wanted: string,
  port: number,
): boolean =>
  protocol === '-1' || (protocol === wanted && (from === -1 || (from <= port && port <= to)));
