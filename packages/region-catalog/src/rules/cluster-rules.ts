import { type Problem, unless } from '@bizflow/kernel';
import { kubernetesVersions } from '../kubernetes.ts';
import type { Catalog } from '../sheet-of.ts';

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;

/** Nodes of one managed node group (Amazon EKS, "Service quotas"). */
const mostNodes = 450;

/** The version is a checked one; a node group has a whole number of nodes to grow between, and a disk that takes the EKS image. */
export const clusterRules = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, cluster: { nodes, kubernetes }, zones }) => [
    ...unless(kubernetesVersions.includes(kubernetes), {
      code: 'KUBERNETES_VERSION',
      at: `${id}.cluster.kubernetes`,
      value: kubernetes,
      reason: 'is not a version that the rendered objects are checked against',
      remedy: `use ${kubernetesVersions.join(', ')}; pin a newer one in apps/generator/checks/kubernetes.json first`,
    }),
    ...unless(
      isCount(nodes.min) && isCount(nodes.max) && nodes.min <= nodes.max && nodes.max <= mostNodes,
      {
        code: 'NODE_RANGE',
        at: `${id}.cluster.nodes`,
        value: `${nodes.min} to ${nodes.max}`,
        reason: `must be whole numbers with 1 <= min <= max <= ${mostNodes}, the nodes of one group`,
        remedy: 'choose how many nodes there are at least and at most',
      },
    ),
    ...unless(!isCount(nodes.min) || nodes.min >= zones.length, {
      code: 'NODE_PER_ZONE',
      at: `${id}.cluster.nodes.min`,
      value: nodes.min,
      reason: `must be >= ${zones.length}: one node for each zone`,
      remedy: `choose ${zones.length} or more`,
    }),
    // EKS user guide, "Managed node groups": the default disk of a Linux node is 20 GiB.
    ...unless(isCount(nodes.diskGb) && nodes.diskGb >= 20 && nodes.diskGb <= 16_384, {
      code: 'NODE_DISK',
      at: `${id}.cluster.nodes.diskGb`,
      value: nodes.diskGb,
      reason: 'must be >= 20, the EKS default in GB, and <= 16384',
      remedy: 'choose 20 to 16384',
    }),
  ]);
