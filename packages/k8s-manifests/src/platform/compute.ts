import type { Cluster, Manifest } from '@bizflow/config';
import { type NodePoolPolicy, nodePolicy, nodePools, priorities } from '@bizflow/config/compute';
import { KubePriorityClass } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { described } from '../service/metadata.ts';
import { customResource } from '../synth.ts';
import { clusterWide } from './metadata.ts';

const nodeClassName = 'graviton';

/** What Karpenter may make, and who goes first when there is not room for all. */
export const compute = (cluster: Cluster): readonly Manifest[] => [
  nodeClass(cluster),
  ...nodePools.map((policy) => nodePool(cluster, policy)),
  ...priorities.map(({ name, value, description }) =>
    described(clusterWide(cluster, name), KubePriorityClass.manifest({ value, description })),
  ),
];

// Bottlerocket keeps its control volume apart from the one for data.
const volume = (deviceName: string, gigabytes: number) => ({
  deviceName,
  ebs: {
    volumeSize: `${gigabytes}Gi`,
    volumeType: 'gp3',
    encrypted: true,
    deleteOnTermination: true,
  },
});

const nodeClass = (cluster: Cluster): Manifest => {
  const own = [{ tags: { 'karpenter.sh/discovery': cluster.name } }];
  return customResource({
    apiVersion: 'karpenter.k8s.aws/v1',
    kind: 'EC2NodeClass',
    metadata: clusterWide(cluster, nodeClassName),
    spec: {
      role: `${cluster.name}-karpenter-node`,
      amiSelectorTerms: [{ alias: nodePolicy.ami }],
      subnetSelectorTerms: own,
      securityGroupSelectorTerms: own,
      // One hop: a pod cannot reach the node's own credentials.
      metadataOptions: {
        httpEndpoint: 'enabled',
        httpTokens: 'required',
        httpPutResponseHopLimit: 1,
      },
      blockDeviceMappings: [
        volume('/dev/xvda', 4),
        volume('/dev/xvdb', cluster.region.cluster.nodes.diskGb),
      ],
      tags: {
        'bizflow:region': cluster.region.id,
        'bizflow:environment': cluster.environment.name,
      },
    },
  });
};

const requirement = (key: string, operator: 'In' | 'Gt', ...values: readonly string[]) => ({
  key,
  operator,
  values,
});

const nodePool = (cluster: Cluster, policy: NodePoolPolicy): Manifest =>
  customResource({
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: clusterWide(cluster, policy.name),
    spec: {
      weight: policy.weight,
      limits: { cpu: String(policy.cpuPerNode * cluster.region.cluster.nodes.max) },
      template: {
        metadata: { labels: { 'bizflow.io/pool': policy.name } },
        spec: {
          nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: nodeClassName },
          expireAfter: nodePolicy.expireAfter,
          terminationGracePeriod: nodePolicy.terminationGracePeriod,
          ...taints(policy),
          requirements: [
            requirement('kubernetes.io/arch', 'In', 'arm64'),
            requirement('kubernetes.io/os', 'In', 'linux'),
            requirement('karpenter.sh/capacity-type', 'In', policy.capacity),
            requirement('karpenter.k8s.aws/instance-category', 'In', 'c', 'm', 'r'),
            requirement('karpenter.k8s.aws/instance-generation', 'Gt', '5'),
          ],
        },
      },
      disruption: {
        consolidationPolicy: 'WhenEmptyOrUnderutilized',
        consolidateAfter: nodePolicy.consolidateAfter,
        budgets: [
          { nodes: nodePolicy.disruptedAtOnce },
          // A canary must not lose its pods to a saving while it is being judged.
          { nodes: '0', reasons: ['Underutilized', 'Drifted'], ...nodePolicy.quietHours },
        ],
      },
    },
  });

// Spot takes only pods that say they can bear its loss.
const taints = ({ capacity }: NodePoolPolicy) =>
  capacity === 'spot'
    ? { taints: [{ key: 'bizflow.io/spot', value: 'true', effect: 'NoSchedule' }] }
    : {};
