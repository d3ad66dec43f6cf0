import { overlaps, type Problem } from '@bizflow/kernel';
import { type Block, blockProblem } from './cidr-rules.ts';

const ofServices = 'which EKS takes for the Services of a cluster (EKS API, "CreateCluster")';

/** Private ranges that AWS uses within its own services, and for what. */
const reservedRanges: Readonly<Record<string, string>> = {
  '172.17.0.0/16':
    'which Docker uses, and services of AWS that run on it (VPC user guide, "VPC CIDR blocks")',
  '10.100.0.0/16': ofServices,
  '172.20.0.0/16': ofServices,
};

/** No VPC is where AWS or EKS has addresses of its own: what uses the block itself could not reach the VPC. */
export const reservedRangeRules = (vpcs: readonly Block[]): readonly Problem[] =>
  vpcs.flatMap((vpc) =>
    Object.entries(reservedRanges)
      .filter(([range]) => overlaps(range, vpc.cidr))
      .map(([range, use]) =>
        blockProblem(
          'CIDR_RESERVED',
          vpc,
          `overlaps ${range}, ${use}`,
          'choose a block that neither AWS nor EKS uses itself',
        ),
      ),
  );
