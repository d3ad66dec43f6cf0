import type { Cluster } from '@bizflow/config';
import {
  instanceFamilies,
  type NodePoolPolicy,
  nodePolicy,
  nodePools,
  priorities,
} from '@bizflow/config/compute';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { clusterWide, customResource } from '../synth.ts';
import { confirmPrune } from '../waves.ts';
import type { Context } from './component.ts';

const nodeClassName = 'graviton';

/** What Karpenter may make, and who goes first when there is not room for all. */
export const compute = (chart: Construct, { cluster }: Context): void => {
  const scope = clusterWide(chart);
  nodeClass(scope, cluster);
  for (const policy of nodePools) nodePool(scope, cluster, policy);
  for (const { name, value, description } of priorities) {
    new k8s.KubePriorityClass(scope, name, { metadata: { name }, value, description });
  }
};

// Bottlerocket keeps its control volume apart from the one for data.
const volume = (deviceName: string, gigabytes: number) => ({
  deviceName,
  ebs: {
    volumeSize: `${gigabytes}Gi`,
    volumeType: nodePolicy.diskType,
    encrypted: true,
    deleteOnTermination: true,
  },
});

const nodeClass = (scope: Construct, cluster: Cluster): void => {
  const own = [{ tags: { 'karpenter.sh/discovery': cluster.name } }];
  customResource(scope, 'node-class', {
    apiVersion: 'karpenter.k8s.aws/v1',
    kind: 'EC2NodeClass',
    metadata: { name: nodeClassName, annotations: confirmPrune },
    spec: {
      role: `${cluster.name}-karpenter-node`,
      amiSelectorTerms: [{ alias: nodePolicy.ami }],
      subnetSelectorTerms: own,
      securityGroupSelectorTerms: own,
      metadataOptions: {
        httpEndpoint: 'enabled',
        httpTokens: 'required',
        httpPutResponseHopLimit: nodePolicy.metadataHops,
      },
      blockDeviceMappings: [
        volume('/dev/xvda', nodePolicy.systemDiskGb),
        volume('/dev/xvdb', cluster.region.cluster.nodes.diskGb),
      ],
      tags: {
        'bizflow:region': cluster.region.id,
        'bizflow:environment': cluster.environment.name,
      },
    },
  });
};

const { categories, newerThanGeneration } = instanceFamilies;

const requirement = (key: string, operator: 'In' | 'Gt', ...values: readonly string[]) => ({
  key,
  operator,
  values,
});

const nodePool = (scope: Construct, cluster: Cluster, policy: NodePoolPolicy): void => {
  customResource(scope, policy.name, {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name: policy.name, annotations: confirmPrune },
    spec: {
      limits: { cpu: String(policy.cpuPerNode * cluster.region.cluster.nodes.max) },
      template: {
        metadata: { labels: { 'bizflow.io/pool': policy.name } },
        spec: {
          nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: nodeClassName },
          expireAfter: nodePolicy.expireAfter,
          terminationGracePeriod: nodePolicy.terminationGracePeriod,
          requirements: [
            requirement('kubernetes.io/arch', 'In', 'arm64'),
            requirement('kubernetes.io/os', 'In', 'linux'),
            requirement('karpenter.sh/capacity-type', 'In', policy.capacity),
            requirement('karpenter.k8s.aws/instance-category', 'In', ...categories),
            requirement('karpenter.k8s.aws/instance-generation', 'Gt', `${newerThanGeneration}`),
          ],
        },
      },
      disruption: {
        consolidationPolicy: nodePolicy.consolidation,
        consolidateAfter: nodePolicy.consolidateAfter,
        budgets: [
          { nodes: nodePolicy.disruptedAtOnce },
          { nodes: '0', reasons: nodePolicy.quietReasons, ...nodePolicy.quietHours },
        ],
      },
    },
  });
};
