import type { Catalog } from '../catalog.ts';
import { kubernetesVersions } from '../kubernetes.ts';
import { type Problem, unless } from '../problem.ts';

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;

/** The version is a checked one; a node group has a whole number of nodes to grow between, and a disk that takes the EKS image. */
export const cluster = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, cluster: { nodes, kubernetes }, zones }) => [
    ...unless(
      kubernetesVersions.includes(kubernetes),
      'KUBERNETES_VERSION',
      `${id}.cluster.kubernetes`,
      `${kubernetes}`,
      'is no version that the rendered objects are checked against',
      `use ${kubernetesVersions.join(', ')}; a newer one is pinned in apps/generator/checks/kubernetes.json first`,
    ),
    ...unless(
      isCount(nodes.min) && isCount(nodes.max) && nodes.min <= nodes.max,
      'NODE_RANGE',
      `${id}.cluster.nodes`,
      `${nodes.min} to ${nodes.max}`,
      'is no range of whole numbers from 1 up',
      'choose min <= max',
    ),
    ...unless(
      !isCount(nodes.min) || nodes.min >= zones.length,
      'NODE_PER_ZONE',
      `${id}.cluster.nodes.min`,
      `${nodes.min}`,
      `leaves one of the ${zones.length} zones without a node`,
      `choose ${zones.length} or more`,
    ),
    // EKS user guide, "Managed node groups": the default disk of a Linux node is 20 GiB.
    ...unless(
      isCount(nodes.diskGb) && nodes.diskGb >= 20,
      'NODE_DISK',
      `${id}.cluster.nodes.diskGb`,
      `${nodes.diskGb}`,
      'is less than the 20 GB that EKS gives a node by default',
      'choose 20 or more',
    ),
  ]);
