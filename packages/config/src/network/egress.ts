import { freeze, overlaps, parseCidr } from '@bizflow/kernel';
import type { Network } from '@bizflow/region-catalog';
import { controllers } from '../platform/controllers.ts';

/**
 * Names that a network firewall lets through, by the name in the TLS handshake; a leading dot stands
 * for all below it. What a cluster pulls its software from is derived, and the rest is here.
 */
const ownDomains = freeze([
  // AWS itself, ECR's public images and their layers.
  '.amazonaws.com',
  '.aws.dev',
  '.cloudfront.net',
  'public.ecr.aws',
  // The document's messaging providers, and the receivers of release notifications.
  '.facebook.com',
  '.gupshup.io',
  '.twilio.com',
  '.pagerduty.com',
  '.slack.com',
  // The repository, and the registries that the controllers' charts name.
  '.github.com',
  '.githubusercontent.com',
  'ghcr.io',
  '.pkg.dev',
  '.quay.io',
  'quay.io',
  'registry.k8s.io',
]);

const hostOf = (repository: string): string =>
  repository.replace(/^[a-z]+:\/\//, '').split('/')[0] ?? '';

/** Everything that pods may ask the Internet for, each name once and in order. */
export const allowedDomains: readonly string[] = freeze(
  [
    ...new Set([...ownDomains, ...controllers.map(({ chart }) => hostOf(chart.repository))]),
  ].toSorted(),
);

/** Addresses of a /28, the smallest subnet that AWS accepts. */
const blockSize = 16;

const dotted = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');

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
