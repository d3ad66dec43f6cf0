import { type Planted, withNew, withObject } from '../planted.ts';

/** Files that no render wrote so. */
export const byHandPlants: readonly Planted[] = [
  {
    rule: 'dangers/by-hand',
    what: 'a rendered file with a word that a person wrote',
    newer: withObject(/services\/api\/rollout-api\.yaml$/, (draft) => {
      draft.metadata.annotations = { ...draft.metadata.annotations, planted: 'by hand' };
    }),
    isByHand: true,
  },
  {
    rule: 'dangers/by-hand',
    what: 'a file that a person put beside the rendered ones',
    newer: withNew('services/api', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'planted', namespace: 'bizflow-api' },
    }),
    isByHand: true,
  },
];
