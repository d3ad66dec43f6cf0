import type { Manifest } from '@bizflow/config';
import { own } from '@bizflow/proofs/testing';
import { dump } from 'js-yaml';
import { type Change, compared } from '../src/change.ts';
import { refused } from '../src/dangers/immutable.ts';
import { effectsOf, type Judged } from '../src/effects.ts';

/** What is said of one object that changes, in a fleet that stays as it is otherwise. */
export const objectEffects = (path: string, before: Manifest, after: Manifest): Judged =>
  effectsOf(changeOf(path, before, after));

/** Where it is said that the API server refuses the change. */
export const refusedFields = (path: string, before: Manifest, after: Manifest): readonly string[] =>
  refused.find(changeOf(path, before, after)).map(({ at }) => at);

const changeOf = (path: string, before: Manifest, after: Manifest): Change => {
  const side = (object: Manifest) => ({
    ...own,
    ...{ plans: [], planned: [] },
    manifests: { [path]: dump(object, { lineWidth: -1, noRefs: true }) },
  });
  return compared(side(before), side(after));
};
