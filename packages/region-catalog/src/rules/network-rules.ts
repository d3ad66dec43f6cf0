import {
  contains,
  isAligned,
  overlaps,
  type Problem,
  parseCidr,
  privateRanges,
  problem,
  unless,
} from '@bizflow/kernel';
import type { Catalog } from '../catalog.ts';
import type { Network } from '../region.ts';

/** A network under check and the path that names it. */
export interface PlacedNetwork {
  readonly at: string;
  readonly network: Network;
}

interface Block {
  readonly at: string;
  readonly cidr: string;
}

const error = (code: string, { at, cidr }: Block, reason: string, remedy: string): Problem =>
  problem({
    code,
    at,
    value: cidr,
    reason,
    remedy,
  });

const subnetsOf = ({ at, network: { vpc: _, ...tiers } }: PlacedNetwork): Block[] =>
  Object.entries(tiers).flatMap(([tier, cidrs]) =>
    cidrs.map((cidr, index) => ({ at: `${at}.${tier}[${index}]`, cidr })),
  );

const blocksOf = (placed: PlacedNetwork): Block[] => [
  { at: `${placed.at}.vpc`, cidr: placed.network.vpc },
  ...subnetsOf(placed),
];

const wellFormed = (block: Block): Problem[] => {
  const range = parseCidr(block.cidr);
  if (range === undefined) {
    const remedy = 'write four octets and a prefix, like 10.4.0.0/16';
    return [error('CIDR_INVALID', block, 'is not an IPv4 CIDR block (RFC 4632)', remedy)];
  }
  if (!isAligned(range)) {
    const reason = `has host bits set: a /${range.prefix} starts on a multiple of its size`;
    return [error('CIDR_MISALIGNED', block, reason, 'clear the host bits or change the prefix')];
  }
  // VPC user guide, "VPC CIDR blocks" and "Subnet sizing": both between /16 and /28.
  return range.prefix < 16 || range.prefix > 28
    ? [
        error(
          'CIDR_SIZE',
          block,
          'must be between /16 and /28, the sizes that AWS accepts',
          'choose another prefix',
        ),
      ]
    : [];
};

const insideVpc = (placed: PlacedNetwork): Problem[] =>
  subnetsOf(placed)
    .filter(({ cidr }) => parseCidr(placed.network.vpc) && parseCidr(cidr))
    .filter(({ cidr }) => !contains(placed.network.vpc, cidr))
    .map((block) => {
      const reason = `is outside the VPC ${placed.network.vpc}`;
      return error('CIDR_OUTSIDE_VPC', block, reason, 'choose a block inside the VPC');
    });

// Elastic Load Balancing user guide, "Subnets for your load balancer": /27 and eight free addresses.
const roomForLoadBalancers = ({ at, network }: PlacedNetwork): readonly Problem[] =>
  network.public.flatMap((cidr, index) => {
    const prefix = parseCidr(cidr)?.prefix ?? 0;
    return unless(prefix <= 27 || prefix > 28, {
      code: 'SUBNET_TOO_SMALL',
      at: `${at}.public[${index}]`,
      value: cidr,
      reason: 'must be /27 or larger: a load balancer needs this',
      remedy: 'choose a /27 or larger',
    });
  });

// Elsewhere a VPC would hide a part of the Internet.
const privateVpc = ({ at, network: { vpc } }: PlacedNetwork): readonly Problem[] =>
  unless(parseCidr(vpc) === undefined || privateRanges.some((space) => contains(space, vpc)), {
    code: 'CIDR_PUBLIC',
    at: `${at}.vpc`,
    value: vpc,
    reason: 'is not in a private address range (RFC 1918)',
    remedy: `choose a block in ${privateRanges.join(', ')}`,
  });

// Where a block with host bits lies is not known before it is corrected.
const isPlaced = ({ cidr }: Block): boolean => {
  const range = parseCidr(cidr);
  return range !== undefined && isAligned(range);
};

const disjoint = (blocks: readonly Block[]): Problem[] =>
  blocks.filter(isPlaced).flatMap((block, index, placed) =>
    placed
      .slice(0, index)
      .filter(({ cidr }) => overlaps(cidr, block.cidr))
      .map((other) => {
        const reason = `overlaps ${other.cidr} (${other.at})`;
        return error('CIDR_OVERLAP', block, reason, 'choose a block that no other network uses');
      }),
  );

/**
 * Every fault of a set of networks that one Transit Gateway joins: it routes by prefix, so no two
 * VPCs may share an address, and neither may two subnets of one VPC.
 */
export const placedNetworkRules = (networks: readonly PlacedNetwork[]): readonly Problem[] => [
  ...networks.flatMap(blocksOf).flatMap(wellFormed),
  ...networks.flatMap(roomForLoadBalancers),
  ...networks.flatMap(privateVpc),
  ...networks.flatMap(insideVpc),
  ...networks.flatMap((placed) => disjoint(subnetsOf(placed))),
  ...disjoint(networks.map(({ at, network }) => ({ at: `${at}.vpc`, cidr: network.vpc }))),
];

const subnetPerZone = (catalog: Catalog): readonly Problem[] =>
  Object.entries(catalog).flatMap(
    ([
      id,
      {
        network: { vpc: _, ...tiers },
        zones,
      },
    ]) =>
      Object.entries(tiers).flatMap(([tier, cidrs]) =>
        unless(cidrs.length === zones.length, {
          code: 'SUBNET_PER_ZONE',
          at: `${id}.network.${tier}`,
          value: cidrs.length,
          reason: `must be ${zones.length}: one subnet for each zone`,
          remedy: 'list one subnet per zone, in the order of `zones`',
        }),
      ),
  );

/** The catalog's own networks, checked against each other. */
export const networkRules = (catalog: Catalog): readonly Problem[] => [
  ...subnetPerZone(catalog),
  ...placedNetworkRules(
    Object.entries(catalog).map(([id, region]) => ({ at: `${id}.network`, ...region })),
  ),
];
