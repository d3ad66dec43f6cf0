import type { Cluster } from '@bizflow/config';
import type { Blocks } from './root-file.ts';

const subnetName = (index: number): string => `proving_${index + 1}`;

/** Subnets that staging's account shares, found by their addresses and their owner. */
export const sharedSubnets = ({ network, account }: Cluster): Blocks => ({
  data: {
    aws_subnet: Object.fromEntries(
      network.private.map((cidr, index) => [
        subnetName(index),
        { cidr_block: cidr, filter: [{ name: 'owner-id', values: [account] }] },
      ]),
    ),
  },
});

/** The same as input of module delivery: the VPC, and ARNs, which name the owner. */
export const sharedSubnetIds = ({ network }: Cluster): Blocks => ({
  id: `\${data.aws_subnet.${subnetName(0)}.vpc_id}`,
  subnet_arns: network.private.map((_, index) => `\${data.aws_subnet.${subnetName(index)}.arn}`),
});
