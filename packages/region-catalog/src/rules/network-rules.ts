import { contains, type Problem, parseCidr, privateRanges, unless } from '@bizflow/kernel';
import type { Network } from '../region.ts';
import type { Catalog } from '../sheet-of.ts';
import { type Block, blockProblem, disjoint, wellFormed } from './cidr-rules.ts';
import { reservedRangeRules } from './reserved-range-rules.ts';

/** A network under check and the path that names it. */
export interface PlacedNetwork {
  readonly at: string;
  readonly network: Network;
}

const subnetsOf = ({ at, network: { vpc: _, ...tiers } }: PlacedNetwork): Block[] =>
  Object.entries(tiers).flatMap(([tier, cidrs]) =>
    cidrs.map((cidr, index) => ({ at: `${at}.${tier}[${index}]`, cidr })),
  );

const blocksOf = (placed: PlacedNetwork): Block[] => [
  { at: `${placed.at}.vpc`, cidr: placed.network.vpc },
  ...subnetsOf(placed),
];

const insideVpc = (placed: PlacedNetwork): Problem[] =>
  subnetsOf(placed)
    .filter(({ cidr }) => parseCidr(placed.network.vpc) && parseCidr(cidr))
    .filter(({ cidr }) => !contains(placed.network.vpc, cidr))
    .map((block) => {
      const reason = `is outside the VPC ${placed.network.vpc}`;
      return blockProblem('CIDR_OUTSIDE_VPC', block, reason, 'choose a block inside the VPC');
    });

// Elastic Load Balancing user guide, "Subnets for your load balancer": /27 and eight free addresses.
// EKS user guide, "VPC and subnet considerations": at least six free addresses, 16 recommended, of which a /28 has 11.
const atLeast27 = {
  public: 'a load balancer needs this',
  private:
    'EKS recommends 16 free addresses for its own interfaces, beside those of nodes and pods',
} as const;

const roomInSubnets = ({ at, network }: PlacedNetwork): readonly Problem[] =>
  Object.entries(atLeast27).flatMap(([tier, need]) =>
    network[tier as keyof typeof atLeast27].flatMap((cidr, index) => {
      const prefix = parseCidr(cidr)?.prefix ?? 0;
      return unless(prefix <= 27 || prefix > 28, {
        code: 'SUBNET_TOO_SMALL',
        at: `${at}.${tier}[${index}]`,
        value: cidr,
        reason: `must be /27 or larger: ${need}`,
        remedy: 'choose a /27 or larger',
      });
    }),
  );

// Elsewhere a VPC would hide a part of the Internet.
const privateVpc = ({ at, network: { vpc } }: PlacedNetwork): readonly Problem[] =>
  unless(parseCidr(vpc) === undefined || privateRanges.some((space) => contains(space, vpc)), {
    code: 'CIDR_PUBLIC',
    at: `${at}.vpc`,
    value: vpc,
    reason: 'is not in a private address range (RFC 1918)',
    remedy: `choose a block in ${privateRanges.join(', ')}`,
  });

/**
 * Every fault of a set of networks that one Transit Gateway joins: it routes by prefix, so no two
 * VPCs may share an address, and neither may two subnets of one VPC.
 */
export const placedNetworkRules = (networks: readonly PlacedNetwork[]): readonly Problem[] => [
  ...networks.flatMap(blocksOf).flatMap(wellFormed),
  ...networks.flatMap(roomInSubnets),
  ...networks.flatMap(privateVpc),
  ...reservedRangeRules(
    networks.map(({ at, network: { vpc } }) => ({ at: `${at}.vpc`, cidr: vpc })),
  ),
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
