import { type Plants, withNew, withObject } from '../planted.ts';

/** Files that no render wrote so. */
export const byHandPlants: Plants = {
  'dangers/by-hand': {
    'a rendered file with a word that a person wrote': {
      newer: withObject(/services\/api\/rollout-api\.yaml$/, (draft) => {
        draft.metadata.annotations = { ...draft.metadata.annotations, planted: 'by hand' };
      }),
      isByHand: true,
    },
    'a file that a person put beside the rendered ones': {
      newer: withNew('services/api', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'planted', namespace: 'bizflow-api' },
      }),
      isByHand: true,
    },
  },
};
