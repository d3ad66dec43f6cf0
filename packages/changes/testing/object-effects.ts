import type { Manifest } from '@bizflow/config';
import { own } from '@bizflow/proofs/testing';
import { dump } from 'js-yaml';
import { compared } from '../src/change.ts';
import { effectsOf, type Judged } from '../src/effects.ts';

/** What is said of one object that changes, in a fleet that stays as it is otherwise. */
export const objectEffects = (path: string, before: Manifest, after: Manifest): Judged => {
  const side = (object: Manifest) => ({
    ...own,
    ...{ plans: [], planned: [] },
    manifests: { [path]: dump(object, { lineWidth: -1, noRefs: true }) },
  });
  return effectsOf(compared(side(before), side(after)));
};
