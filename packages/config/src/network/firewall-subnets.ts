import { dotted, overlaps, parseCidr } from '@bizflow/kernel';
import type { Network } from '@bizflow/region-catalog';

/** Addresses of a /28, the smallest subnet that AWS accepts. */
const blockSize = 2 ** (32 - 28);

/**
 * A block per zone for a firewall's endpoints: the first /28s of the VPC, which the document's
 * pattern leaves free below its first subnet.
 */
export const firewallSubnets = ({ vpc, public: zones }: Network): readonly string[] => {
  const first = parseCidr(vpc)?.first ?? 0;
  return zones.map((_, zone) => `${dotted(first + zone * blockSize)}/28`);
};

/** Subnets of a network that overlap those of its firewall. */
export const inFirewallsWay = (network: Network): readonly string[] => {
  const { vpc: _, ...tiers } = network;
  const own = firewallSubnets(network);
  return Object.values(tiers)
    .flat()
    .filter((cidr) => own.some((block) => overlaps(block, cidr)));
};
