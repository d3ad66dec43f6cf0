import type { Breakage } from './breakage.ts';

/** Former values, left and misplaced. */
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
];
