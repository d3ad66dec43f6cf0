import { globalRegion } from '@bizflow/config/foundation';
import type { Thing } from '@bizflow/config/permissions';
import { dataThings } from './data.ts';
import { loadBalancingThings } from './load-balancing.ts';
import { machineThings } from './machines.ts';
import { registryThings } from './registries.ts';
import { type Meeting, type Target, target } from './target.ts';

const things: Readonly<Record<Thing, (at: Meeting) => readonly Target[]>> = {
  // Actions without resource-level permissions.
  anything: (at) => target(at, '*'),
  // Services with one endpoint for the world sign for the region of that endpoint.
  global: () => [{ resource: '*', context: { 'aws:RequestedRegion': globalRegion } }],
  ...dataThings,
  ...loadBalancingThings,
  ...machineThings,
  ...registryThings,
};

/** Everything that IAM is asked about a thing in a place. */
export const targetsOf = (thing: Thing, at: Meeting): readonly Target[] => things[thing](at);
