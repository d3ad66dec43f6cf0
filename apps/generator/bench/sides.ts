import type { Side } from '@bizflow/changes';
import type { Fleet } from '@bizflow/config';
import { used } from '../src/plan.ts';
import { together } from '../src/trees/rendered-tree.ts';
import { syntheticFleet } from './fleet.ts';

/** What a fleet renders, as a side of a comparison. */
export const sideOf = (fleet: Fleet): Side => ({
  fleet,
  files: Object.fromEntries(
    together(used.map((tree) => tree.plan(fleet, {}))).files.map(({ path, text }) => [path, text]),
  ),
});

/** Two synthetic fleets that differ in one fact. */
export function oneFactApart(regions: number, services: number) {
  const older = syntheticFleet(regions, services);
  const [first, ...others] = older.services;
  if (first === undefined) throw new RangeError('a fleet has services');
  const { resources } = first;
  const newer: Fleet = {
    ...older,
    services: [
      { ...first, resources: { ...resources, memoryMi: resources.memoryMi + 64 } },
      ...others,
    ],
  };
  return { older, newer };
}
