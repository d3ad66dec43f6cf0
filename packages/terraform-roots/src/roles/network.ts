import type { Cluster } from '@bizflow/config';
import { argoCdHost, cdnHost, loadBalancerHost } from '@bizflow/config/names';
import { anyResource, arn, inRegion, type Statement } from './statement.ts';

/** The VPC CNI gives pods addresses: interfaces of the account, and no instance's own settings. */
export const awsNode = (cluster: Cluster): readonly Statement[] => [
  {
    sid: 'Addresses',
    actions: [
      'ec2:AssignPrivateIpAddresses',
      'ec2:AttachNetworkInterface',
      'ec2:CreateNetworkInterface',
      'ec2:DeleteNetworkInterface',
      'ec2:DetachNetworkInterface',
      'ec2:ModifyNetworkInterfaceAttribute',
      'ec2:UnassignPrivateIpAddresses',
    ],
    resources: ['instance', 'network-interface', 'security-group', 'subnet'].map((kind) =>
      arn(cluster, 'ec2', `${kind}/*`),
    ),
  },
  {
    sid: 'TagInterfaces',
    actions: ['ec2:CreateTags'],
    resources: [arn(cluster, 'ec2', 'network-interface/*')],
  },
  {
    sid: 'ReadNetwork',
    actions: [
      'ec2:DescribeInstances',
      'ec2:DescribeInstanceTypes',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
    ],
    resources: anyResource,
    condition: inRegion(cluster),
  },
];

/**
 * ExternalDNS publishes the region's own names and its TXT records. AWS assigns the id of the zone, so
 * the policy limits the names instead: no other region's, and never a record that routes tenants.
 */
export const externalDns = (cluster: Cluster): readonly Statement[] => {
  const hosts = [loadBalancerHost(cluster), cdnHost(cluster), argoCdHost(cluster)];
  const zones = ['arn:aws:route53:::hostedzone/*'];
  return [
    {
      sid: 'PublishOwnNames',
      actions: ['route53:ChangeResourceRecordSets'],
      resources: zones,
      condition: {
        'ForAllValues:StringLike': {
          // The mark of a record carries the record's type before its name.
          'route53:ChangeResourceRecordSetsNormalizedRecordNames': hosts.flatMap((host) => [
            host,
            ...['a', 'aaaa', 'cname'].map((type) => `${type}-${host}`),
          ]),
        },
        'ForAllValues:StringEquals': {
          'route53:ChangeResourceRecordSetsRecordTypes': ['A', 'AAAA', 'CNAME', 'TXT'],
        },
        // "All of none" is true: a request without names must not pass.
        Null: {
          'route53:ChangeResourceRecordSetsNormalizedRecordNames': ['false'],
          'route53:ChangeResourceRecordSetsRecordTypes': ['false'],
        },
      },
    },
    { sid: 'ReadZones', actions: ['route53:ListResourceRecordSets'], resources: zones },
    { sid: 'FindZones', actions: ['route53:ListHostedZones'], resources: anyResource },
  ];
};
