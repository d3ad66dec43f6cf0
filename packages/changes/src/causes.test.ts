import { own } from '@bizflow/proofs/testing';
import { expect, it } from 'vitest';
import { all, type Draft, type Plant, unchanged, withObject } from '../testing/planted.ts';
import {
  type Attribution,
  allBy,
  allByHand,
  attributed,
  unattributed,
  withHand,
} from './causes.ts';
import { compared } from './change.ts';
import type { Effect } from './effect.ts';
import { effectsOf } from './effects.ts';
import { foldedFields } from './report/fields.ts';

const scale = /services\/api\/horizontalpodautoscaler-api\.yaml$/;
const most = withObject(scale, (draft: Draft) => {
  draft.spec.maxReplicas += 1;
});
const fewest = withObject(scale, (draft: Draft) => {
  draft.spec.minReplicas += 1;
});
const budget = withObject(/services\/api\/poddisruptionbudget-api\.yaml$/, (draft: Draft) => {
  draft.spec.maxUnavailable = '99%';
});

/** What a fleet does to itself when some of what was planted is not there. */
const changeWithout = (newer: Plant, older: Plant) => compared(older(own), newer(own));
const newer = all(most, fewest, budget);
const trial = (names: readonly string[], older: Plant) => ({
  names,
  change: changeWithout(newer, older),
});
const effects = effectsOf(changeWithout(newer, unchanged)).effects.filter(({ at }) =>
  at.startsWith('gitops/'),
);
const causesBy = (found: ReturnType<typeof attributed>) =>
  Object.fromEntries(effects.map((one) => [one.at.split('/').at(-1), found.causesOf(one)]));

it('names the fact that shows an effect again, and the renderer where none does', () => {
  const found = attributed(trial(['most', 'fewest'], budget), [
    trial(['most'], all(fewest, budget)),
    trial(['fewest'], all(most, budget)),
  ]);
  expect(causesBy(found)).toEqual({
    maxReplicas: ['most'],
    minReplicas: ['fewest'],
    maxUnavailable: [],
  });
  const fields = foldedFields(changeWithout(newer, unchanged), found.isOfRenderer);
  expect(fields.filter((one) => one.isOfRenderer).map(({ field }) => field)).toEqual([
    'spec.maxUnavailable',
  ]);
});

it('names all facts where none alone shows an effect, or can be rendered alone', () => {
  const found = attributed(trial(['one', 'other'], budget), [
    { names: ['one'], change: undefined },
    trial(['other'], newer),
  ]);
  expect(causesBy(found)).toEqual({
    maxReplicas: ['one', 'other'],
    minReplicas: ['one', 'other'],
    maxUnavailable: [],
  });
});

it('knows nothing where nothing can be rendered, and all where there is one cause', () => {
  const none = attributed({ names: ['one'], change: undefined }, []);
  const [effect] = effects;
  if (effect === undefined) throw new RangeError('the planted change has effects');
  expect(none.causesOf(effect)).toBeUndefined();
  expect(unattributed.causesOf(effect)).toBeUndefined();
  expect(allBy(['one']).causesOf(effect)).toEqual(['one']);
  expect(allBy([]).isOfRenderer('any')).toBe(true);
  expect(allByHand.isOfRenderer('any')).toBe(false);
});

it('has a hand behind what a file by hand shows, unless a fact shows the same', () => {
  const effect = (at: string) => ({ rule: 'a', place: 'b', to: 'c', does: 'd', at }) as Effect;
  const paths = new Set(['gitops/a.yaml', 'terraform/environments/a/b.tf.json']);
  const behind = (known: Attribution, at: string) => withHand(known, paths).causesOf(effect(at));
  for (const known of [allBy([]), unattributed]) {
    expect(behind(known, 'gitops/a.yaml#/spec')).toEqual(['an edit by hand']);
    expect(behind(known, 'terraform/environments/a#/aws_vpc.this')).toEqual(['an edit by hand']);
  }
  expect(behind(allBy([]), 'gitops/a.yaml.yaml#')).toEqual([]);
  expect(behind(allBy(['fact']), 'gitops/a.yaml#')).toEqual(['fact']);
});
