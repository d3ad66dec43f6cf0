import type { Breakage } from './breakage.ts';
import { network } from './place.ts';

/** Breaks identity, the network and the keys. */
export const places: readonly Breakage[] = [
  [
    'a sheet under the id of another',
    (c) => {
      c['xx-west-1'].id = 'xx-west-9';
    },
    'ID_MISMATCH',
    'WRITER_FOLLOWS',
    'EXCEPTION_UNUSED',
  ],
  [
    'a zone of another region',
    (c) => (c['xx-central-1'].zones[1] = 'xx-central-2b'),
    'ID_MISMATCH',
  ],
  ['a zone without a letter', (c) => (c['xx-central-1'].zones[1] = 'xx-central-1'), 'ID_MISMATCH'],
  ['one zone twice', (c) => (c['xx-central-1'].zones[1] = 'xx-central-1a'), 'ID_MISMATCH'],
  [
    'the regional key of another region',
    (c) => (c['xx-west-1'].keys.database.alias = 'example/db-xx-north-1'),
    'ID_MISMATCH',
  ],
  [
    'a key under an alias of AWS',
    (c) => (c['xx-west-1'].keys.storage.alias = 'aws/s3-xx-west-1'),
    'KEY_ALIAS',
  ],
  [
    'a replica without a key of its own region',
    (c) => (c['xx-east-1'].keys.database.scope = 'multi-region'),
    'REPLICA_KEY',
  ],
  [
    'a public subnet in which no load balancer has room',
    (c) => (c['xx-central-1'].network.public[0] = '10.1.1.0/28'),
    'SUBNET_TOO_SMALL',
  ],
  [
    'two keys under one alias',
    (c) => (c['xx-west-1'].keys.storage.alias = 'example/db-xx-west-1'),
    'KEY_ALIAS_TWICE',
  ],
  [
    'a multi-region key with a different alias',
    (c) => (c['xx-west-1'].keys.secrets.alias = 'example/secret'),
    'KEY_ALIAS_UNEQUAL',
  ],
  [
    'a subnet with an invalid CIDR',
    (c) => (c['xx-central-1'].network.public[0] = '10.1.1.0'),
    'CIDR_INVALID',
  ],
  [
    'a VPC with an invalid CIDR',
    (c) => (c['xx-central-1'].network.vpc = '10.1.0.0/33'),
    'CIDR_INVALID',
  ],
  [
    'a subnet with host bits',
    (c) => (c['xx-central-1'].network.public[0] = '10.1.1.128/24'),
    'CIDR_MISALIGNED',
    // and no CIDR_OVERLAP, although the last half of it runs into the next subnet
  ],
  [
    'a subnet smaller than /28',
    (c) => (c['xx-central-1'].network.public[0] = '10.1.1.0/29'),
    'CIDR_SIZE',
  ],
  ['a VPC larger than /16', (c) => (c['xx-central-1'].network.vpc = '10.0.0.0/15'), 'CIDR_SIZE'],
  [
    'a subnet outside its VPC',
    (c) => (c['xx-central-1'].network.private[2] = '10.9.13.0/24'),
    'CIDR_OUTSIDE_VPC',
  ],
  [
    'a subnet of the neighbour',
    (c) => (c['xx-central-1'].network.private[2] = '10.2.13.0/24'),
    'CIDR_OUTSIDE_VPC',
  ],
  [
    'two subnets that overlap',
    (c) => (c['xx-west-1'].network.database[2] = '10.4.22.128/25'),
    'CIDR_OVERLAP',
  ],
  [
    'two VPCs that overlap',
    (c) => (c['xx-west-1'].network = structuredClone(c['xx-north-1'].network)),
    'CIDR_OVERLAP',
  ],
  [
    'a VPC in public address space',
    (c) =>
      (c['xx-west-1'].network = {
        vpc: '8.8.0.0/16',
        public: ['8.8.1.0/24', '8.8.2.0/24', '8.8.3.0/24'],
        private: ['8.8.11.0/24', '8.8.12.0/24', '8.8.13.0/24'],
        database: ['8.8.21.0/24', '8.8.22.0/24', '8.8.23.0/24'],
      }),
    'CIDR_PUBLIC',
  ],
  [
    'a private subnet in which EKS has no room',
    (c) => (c['xx-central-1'].network.private[0] = '10.1.11.0/28'),
    'SUBNET_TOO_SMALL',
  ],
  ['a VPC in the Services of EKS', (c) => (c['xx-west-1'].network = network(100)), 'CIDR_RESERVED'],
  ['a zone without a subnet', (c) => c['xx-west-1'].network.private.pop(), 'SUBNET_PER_ZONE'],
  [
    'a zone fewer than subnets',
    (c) => c['xx-west-1'].zones.pop(),
    'SUBNET_PER_ZONE',
    'SUBNET_PER_ZONE',
    'SUBNET_PER_ZONE',
  ],
];
