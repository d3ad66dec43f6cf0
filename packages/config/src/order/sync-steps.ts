import { clusters } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { regionRoot } from './root-paths.ts';
import { type Step, step } from './step.ts';

/** The first sync, by an engineer whose address the API endpoints let in. */
export const syncSteps = (fleet: Fleet): readonly Step[] => [
  step({
    chapter: 'sync',
    title: 'every region',
    roots: clusters(fleet).map(regionRoot),
    variables: ['"administrator_cidrs=[\\"$address/32\\"]"'],
    because: 'policies of roles name the ids that each region printed',
  }),
];
