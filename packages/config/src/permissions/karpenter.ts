import { freeze } from '@bizflow/kernel';
import type { CallTable, Thing } from './call.ts';

const policy =
  'website/content/en/docs/getting-started/getting-started-with-karpenter/cloudformation.yaml';

/** What starts an instance: IAM asks for everything that it is made from, and everything that is made. */
const made = ['newFleet', 'newInstance', 'newInterface', 'newSpotRequest', 'newVolume'] as const;
const from = ['image', 'snapshot', 'securityGroup', 'subnet', 'launchTemplate'] as const;
const tagged: readonly Thing[] = [...made, 'newLaunchTemplate'];

/**
 * Of this version, with nodes from AMIs of an alias, without capacity reservations, placement groups or zonal
 * shifts: their providers ask AWS nothing then (capacityreservation/provider.go:77, placementgroup/provider.go:56).
 */
export const karpenter = freeze({
  source: {
    repository: 'aws/karpenter-provider-aws',
    version: 'v1.14.1',
    pin: 'karpenter 1.14.1',
  },
  calls: [
    ['ec2:DescribeImages', ['anything'], 'pkg/providers/amifamily/ami.go:186'],
    [
      'ec2:DescribeInstanceStatus',
      ['anything'],
      'pkg/providers/instancestatus/instancestatus.go:99',
    ],
    [
      'ec2:DescribeInstanceTypeOfferings',
      ['anything'],
      'pkg/providers/instancetype/instancetype.go:314',
    ],
    ['ec2:DescribeInstanceTypes', ['anything'], 'pkg/operator/operator.go:291'],
    ['ec2:DescribeInstances', ['anything'], 'pkg/batcher/describeinstances.go:72'],
    [
      'ec2:DescribeLaunchTemplates',
      ['anything'],
      'pkg/providers/launchtemplate/launchtemplate.go:254',
    ],
    ['ec2:DescribeSecurityGroups', ['anything'], 'pkg/providers/securitygroup/securitygroup.go:83'],
    ['ec2:DescribeSpotPriceHistory', ['anything'], 'pkg/providers/pricing/pricing.go:405'],
    ['ec2:DescribeSubnets', ['anything'], 'pkg/providers/subnet/subnet.go:97'],
    ['ec2:CreateFleet', [...from, ...made], 'pkg/batcher/createfleet.go:61'],
    ['ec2:RunInstances', [...from, ...made], 'pkg/controllers/nodeclass/validation.go:309'],
    [
      'ec2:CreateLaunchTemplate',
      ['newLaunchTemplate'],
      'pkg/providers/launchtemplate/launchtemplate.go:291',
    ],
    ['ec2:CreateTags', [...tagged, 'instance'], 'pkg/providers/instance/instance.go:308'],
    ['ec2:TerminateInstances', ['instance'], 'pkg/batcher/terminateinstances.go:71'],
    [
      'ec2:DeleteLaunchTemplate',
      ['launchTemplate'],
      'pkg/providers/launchtemplate/launchtemplate.go:482',
    ],
    ['eks:DescribeCluster', ['cluster'], 'pkg/providers/launchtemplate/launchtemplate.go:541'],
    [
      'iam:AddRoleToInstanceProfile',
      ['instanceProfile'],
      'pkg/providers/instanceprofile/instanceprofile.go:171',
    ],
    [
      'iam:CreateInstanceProfile',
      ['newInstanceProfile'],
      'pkg/providers/instanceprofile/instanceprofile.go:122',
    ],
    [
      'iam:DeleteInstanceProfile',
      ['instanceProfile'],
      'pkg/providers/instanceprofile/instanceprofile.go:206',
    ],
    [
      'iam:GetInstanceProfile',
      ['instanceProfile'],
      'pkg/providers/instanceprofile/instanceprofile.go:85',
    ],
    [
      'iam:ListInstanceProfiles',
      ['global'],
      'pkg/providers/instanceprofile/instanceprofile.go:221',
    ],
    ['iam:PassRole', ['nodeRole'], `${policy}:185`],
    [
      'iam:RemoveRoleFromInstanceProfile',
      ['instanceProfile'],
      'pkg/providers/instanceprofile/instanceprofile.go:156',
    ],
    ['iam:TagInstanceProfile', ['instanceProfile'], `${policy}:218`],
    ['pricing:GetProducts', ['global'], 'pkg/providers/pricing/pricing.go:300'],
    ['ssm:GetParameter', ['parameter'], 'pkg/providers/ssm/provider.go:53'],
    ['sqs:DeleteMessage', ['queue'], 'pkg/providers/sqs/sqs.go:101'],
    ['sqs:GetQueueUrl', ['queue'], 'pkg/providers/sqs/sqs.go:108'],
    ['sqs:ReceiveMessage', ['queue'], 'pkg/providers/sqs/sqs.go:71'],
    [
      'kms:Decrypt',
      ['queueKey'],
      'SQS developer guide, "Key management": a consumer of an encrypted queue',
    ],
  ],
} as const satisfies CallTable);
