import { parseCidr } from '@bizflow/kernel';
import type { Network } from '@bizflow/region-catalog';

/** A private AS number by the VPC's second octet: regions have disjoint VPCs, and it never moves. */
export const transitGatewayAsn = ({ vpc }: Pick<Network, 'vpc'>): number =>
  64_512 + (Math.floor((parseCidr(vpc)?.first ?? 0) / 65_536) % 256);
