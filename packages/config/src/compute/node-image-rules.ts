import { type Problem, unless } from '@bizflow/kernel';
import { clusters } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { nodePolicy } from './nodes.ts';

const { ami, amiKubernetes } = nodePolicy;

/** Each cluster has an AMI for the nodes that Karpenter makes: it looks for one of the cluster's own version. */
export const nodeImageRules = (fleet: Fleet): readonly Problem[] =>
  clusters(fleet).flatMap(({ id, region }) => {
    const { kubernetes } = region.cluster;
    return unless(amiKubernetes.includes(kubernetes), {
      code: 'NODE_IMAGE',
      at: `${id}.cluster.kubernetes`,
      value: kubernetes,
      reason: `has no AMI ${ami}, which exists for ${amiKubernetes.join(', ')}: no node would start`,
      remedy: 'pin an AMI that exists for it in packages/config/src/compute/nodes.ts first',
    });
  });
