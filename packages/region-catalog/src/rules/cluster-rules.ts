import { type Problem, unless } from '@bizflow/kernel';
import type { Catalog } from '../catalog.ts';
import { kubernetesVersions } from '../kubernetes.ts';

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;

/** The version is a checked one; a node group has a whole number of nodes to grow between, and a disk that takes the EKS image. */
export const clusterRules = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, cluster: { nodes, kubernetes }, zones }) => [
    ...unless(kubernetesVersions.includes(kubernetes), {
      code: 'KUBERNETES_VERSION',
      at: `${id}.cluster.kubernetes`,
      value: kubernetes,
      reason: 'is no version that the rendered objects are checked against',
      remedy: `use ${kubernetesVersions.join(', ')}; a newer one is pinned in apps/generator/checks/kubernetes.json first`,
    }),
    ...unless(isCount(nodes.min) && isCount(nodes.max) && nodes.min <= nodes.max, {
      code: 'NODE_RANGE',
      at: `${id}.cluster.nodes`,
      value: `${nodes.min} to ${nodes.max}`,
      reason: 'is no range of whole numbers from 1 up',
      remedy: 'choose min <= max',
    }),
    ...unless(!isCount(nodes.min) || nodes.min >= zones.length, {
      code: 'NODE_PER_ZONE',
      at: `${id}.cluster.nodes.min`,
      value: nodes.min,
      reason: `leaves one of the ${zones.length} zones without a node`,
      remedy: `choose ${zones.length} or more`,
    }),
    // EKS user guide, "Managed node groups": the default disk of a Linux node is 20 GiB.
    ...unless(isCount(nodes.diskGb) && nodes.diskGb >= 20, {
      code: 'NODE_DISK',
      at: `${id}.cluster.nodes.diskGb`,
      value: nodes.diskGb,
      reason: 'is less than the 20 GB that EKS gives a node by default',
      remedy: 'choose 20 or more',
    }),
  ]);
