import { type Problem, unless } from '@bizflow/kernel';
import { secondsOf } from '../compute/node-policy-rules.ts';
import { nodePolicy } from '../compute/nodes.ts';
import { priorities } from '../compute/priorities.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { loadBalancers } from '../network/load-balancers.ts';
import type { Service } from './service.ts';

/** A service is there while nodes are drained, is asked for its health where it answers, and leaves in time. */
export const serviceRelationRules = (fleet: Fleet): readonly Problem[] => [
  ...priorities.flatMap(({ name }, index) =>
    unless(
      fleet.services.length === 0 || fleet.services.some(({ priority }) => priority === name),
      {
        code: 'PRIORITY_UNUSED',
        at: `compute.priorities[${index}]`,
        value: name,
        reason: 'is not the priority of any service',
        remedy: 'remove it, or give it to a service',
      },
    ),
  ),
  ...bucketless(fleet),
  ...fleet.services.flatMap((service) => [
    ...drained(service, fleet),
    ...healthPath(service, fleet),
    ...leaves(service),
  ]),
];

/** Without a bucket the objects of a region would be deleted, which a service there still reads. */
const bucketless = ({ services, catalog }: Fleet): readonly Problem[] => {
  const reader = services.find(({ reaches }) => reaches.includes('bucket'));
  return Object.values(catalog).flatMap(({ id, buckets }) =>
    unless(reader === undefined || buckets.length > 0, {
      code: 'SERVICE_BUCKET',
      at: `${id}.buckets`,
      value: '[]',
      reason: `has no bucket for ${reader?.name}, which reaches buckets in each region`,
      remedy: `write a bucket, or remove 'bucket' from reaches of services.${reader?.name}`,
    }),
  );
};

/** Where releases are approved there are users. */
const drained = (
  { name, replicas, maxUnavailablePercent: most }: Service,
  { environments }: Fleet,
): readonly Problem[] => [
  ...environments
    .filter(({ approval }) => approval)
    .flatMap((environment) =>
      unless((replicas[environment.name]?.min ?? 2) >= 2, {
        code: 'SERVICE_ALONE',
        at: `services.${name}.replicas.${environment.name}.min`,
        value: replicas[environment.name]?.min,
        reason: 'must be >= 2: the only pod would be gone whenever its node is',
        remedy: 'choose 2 or more',
      }),
    ),
  ...unless(!(most > 50 && most <= 100), {
    code: 'SERVICE_DRAINED',
    at: `services.${name}.maxUnavailablePercent`,
    value: most,
    reason: 'lets a drain take more than half of the pods at once',
    remedy: 'choose at most 50',
  }),
];

// Route 53 asks the load balancer for this path, the load balancer asks the pod, and the edge lets it through.
const healthPath = (
  { name, exposure, healthPath: own }: Service,
  { catalog }: Fleet,
): readonly Problem[] =>
  exposure?.answersRegion !== true
    ? []
    : Object.values(catalog).flatMap(({ id, dns }) =>
        unless(dns.healthCheck.path === own, {
          code: 'SERVICE_HEALTH_DIFFERS',
          at: `services.${name}.healthPath`,
          value: own,
          reason: `differs from ${dns.healthCheck.path}, which Route 53 checks in ${id} and this service answers`,
          remedy: `write '${dns.healthCheck.path}' in both places`,
        }),
      );

// Karpenter ends a node after its grace period, with whatever still runs there. A load balancer lets requests end that a
// leaving pod still answers: a pod that ends before them answers them with an error.
const leaves = ({ name, exposure, shutdownSeconds }: Service): readonly Problem[] => {
  const { terminationGracePeriod: most } = nodePolicy;
  const { drainSeconds, deregistrationSeconds } = loadBalancers;
  const life = drainSeconds + shutdownSeconds;
  const at = `services.${name}.shutdownSeconds`;
  return [
    ...unless(!(life > secondsOf(most)), {
      code: 'SERVICE_SHUTDOWN_LONG',
      at,
      value: shutdownSeconds,
      reason: `and ${drainSeconds} s of draining are longer than ${most}, after which Karpenter ends the node`,
      remedy:
        'finish sooner, or raise terminationGracePeriod in packages/config/src/compute/nodes.ts',
    }),
    ...unless(exposure === null || shutdownSeconds < 1 || !(life < deregistrationSeconds), {
      code: 'SERVICE_SHUTDOWN_SHORT',
      at,
      value: shutdownSeconds,
      reason: `and ${drainSeconds} s of draining are shorter than the ${deregistrationSeconds} s for which the load balancer lets requests end`,
      remedy: `choose at least ${deregistrationSeconds - drainSeconds}, or lower deregistrationSeconds in packages/config/src/network/load-balancers.ts`,
    }),
  ];
};
