import type { Thing } from '@bizflow/config/permissions';
import { arnIn, type Meeting, type Target, target } from './target.ts';

/** Tags as the context has them: of the request that makes something, or of what is there. */
export const tags = (
  what: 'Request' | 'Resource',
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`aws:${what}Tag/${key}`, value]),
  );

/** What Karpenter tags a machine with (pkg/utils/utils.go:113 at v1.14.1). */
const machineTags = ({ cluster: { name } }: Meeting) => ({
  [`kubernetes.io/cluster/${name}`]: 'owned',
  'karpenter.sh/nodepool': 'graviton-on-demand',
  'eks:eks-cluster-name': name,
});

const profileTags = ({ cluster: { name, region } }: Meeting) => ({
  [`kubernetes.io/cluster/${name}`]: 'owned',
  'eks:eks-cluster-name': name,
  'karpenter.k8s.aws/ec2nodeclass': 'graviton',
  'topology.kubernetes.io/region': region.id,
});

const ec2 = (kind: string) => (at: Meeting) => target(at, arnIn(at, 'ec2', `${kind}/x-1`));

// AWS's own images and the snapshots below them have no account.
const ofAws = (kind: string) => (at: Meeting) =>
  target(at, `arn:aws:ec2:${at.cluster.region.id}::${kind}/x-1`);

const made =
  (kind: string, by = 'CreateFleet') =>
  (at: Meeting): readonly Target[] =>
    target(at, arnIn(at, 'ec2', `${kind}/*`), {
      ...tags('Request', machineTags(at)),
      'ec2:CreateAction': by,
    });

/** What Karpenter and the VPC CNI meet in EC2, and Karpenter in IAM. */
export const machineThings = {
  image: ofAws('image'),
  snapshot: ofAws('snapshot'),
  securityGroup: ec2('security-group'),
  subnet: ec2('subnet'),
  interface: ec2('network-interface'),
  node: ec2('instance'),
  newFleet: made('fleet'),
  newInstance: made('instance'),
  newInterface: made('network-interface'),
  newLaunchTemplate: made('launch-template', 'CreateLaunchTemplate'),
  newSpotRequest: made('spot-instances-request'),
  newVolume: made('volume', 'RunInstances'),
  instance: (at) =>
    target(at, arnIn(at, 'ec2', 'instance/i-1'), {
      ...tags('Resource', machineTags(at)),
      // Of CreateTags on a running machine (pkg/controllers/nodeclaim/tagging/controller.go).
      'aws:TagKeys': ['Name', 'karpenter.sh/nodeclaim', 'eks:eks-cluster-name'],
      'aws:RequestTag/eks:eks-cluster-name': at.cluster.name,
    }),
  launchTemplate: (at) =>
    target(at, arnIn(at, 'ec2', 'launch-template/lt-1'), tags('Resource', machineTags(at))),
  nodeRole: (at) =>
    target(at, `arn:aws:iam::${at.cluster.account}:role/${at.cluster.name}-karpenter-node`, {
      'iam:PassedToService': 'ec2.amazonaws.com',
    }),
  newInstanceProfile: (at) => target(at, profile(at), tags('Request', profileTags(at))),
  instanceProfile: (at) =>
    target(at, profile(at), {
      ...tags('Resource', profileTags(at)),
      ...tags('Request', profileTags(at)),
    }),
} satisfies { readonly [thing in Thing]?: (at: Meeting) => readonly Target[] };

const profile = ({ cluster: { account, name } }: Meeting): string =>
  `arn:aws:iam::${account}:instance-profile/${name}_1`;
