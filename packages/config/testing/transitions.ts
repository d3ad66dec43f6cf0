import { globalRegion } from '../src/foundation/global-layer.ts';
import type { Breakage } from './breakage.ts';
import type { Draft } from './example-fleet.ts';

/** Regions of which a person has written that nothing is left. */
const gone =
  (...regions: readonly string[]) =>
  (d: Draft) =>
    Object.assign(d, {
      destroyed: regions.map((region) => ({ region, by: 'platform', evidence: 'OPS-1' })),
    });

/** Former values, left and misplaced, and regions that are gone. */
export const transitions: readonly Breakage[] = [
  [
    'a label that running pods still have',
    (d) =>
      (d.formerValues['production/xx-north-1' as never] = {
        labels: { 'bizflow.io/compliance': ['OLD'] },
        registries: ['123456789012.dkr.ecr.xx-north-1.amazonaws.com'],
      } as never),
    'FORMER_VALUE',
    'FORMER_VALUE',
  ],
  [
    'former values of no cluster',
    (d) => (d.formerValues['production/xx-unknown-1' as never] = {} as never),
    'FORMER_CLUSTER',
  ],
  ['a region that is destroyed and stands', gone('xx-north-1'), 'DESTROYED_STANDS'],
  ['a region that never was', gone('xx-moon-1'), 'DESTROYED_UNKNOWN'],
  ['a region that is destroyed twice', gone(globalRegion, globalRegion), 'DESTROYED_TWICE'],
];
