import type { Fleet } from '@bizflow/config';
import { withMoves } from '@bizflow/config/moves';
import { exampleFleet } from '@bizflow/config/testing';
import type { RegionId } from '@bizflow/region-catalog';
import type { Move } from '@bizflow/region-catalog/moves';
import { repository } from '@bizflow/testing/repository';
import type { Tree } from '@nx/devkit';
import { FsTree } from 'nx/src/generators/tree.js';
import { withBudget } from '../moves/budgets.ts';
import { replaceDraft } from '../moves/drafts.ts';
import { exceptionsOf } from '../moves/new-move.ts';
import { joined } from '../scaffold/register-region.ts';

/** A region of the tests that another one takes the place of, in a country that its people's law does not know. */
export const leaving = 'xx-north-1' as RegionId;
export const to = 'xx-south-1';

/** The places of the tests, and one more that AWS would have. */
export const places: Fleet = exampleFleet(({ aws }) => {
  const offered = {
    country: 'OM',
    optIn: false,
    zones: 'abc',
    families: { abc: 'c6g m6g r6g', ab: 'm7g' },
  };
  Object.assign(aws.regions, { [to]: offered });
});

const legalBasis = {
  basis: 'an example, art. 1',
  decision: 'docs/decisions/0071-a-region-moves-in-small-steps.md',
};
export const options = { from: leaving, to, ...legalBasis };

export const workspace = (): Tree => new FsTree(repository, false);
export const changes = (tree: Tree): readonly string[] =>
  tree.listChanges().map(({ path }) => path);

/** The fleet with the move of `options` at its first step, as a render after the command loads it. */
export const begun = (): { readonly facts: Fleet; readonly move: Move } => {
  const { move: draft, sheet } = replaceDraft(places, options);
  if (sheet === null) throw new TypeError('a new region has a sheet');
  const facts = withBudget(joined(places, sheet), to, leaving);
  const move = { ...draft, exceptions: exceptionsOf(facts, draft, legalBasis) };
  return { facts: { ...facts, ...withMoves(facts, [move]) }, move };
};
