import type { Fleet } from '@bizflow/config';
import type { Tree } from '@nx/devkit';
import { factsOf } from '../facts.ts';
import { begin, type Draft } from './begin.ts';
import { evacuateDraft, replaceDraft, retireDraft, secondDraft } from './drafts.ts';
import type { MoveOptions } from './move-options.ts';

export { nextStep } from './next-step.ts';
export { refuseUnfinished, unrenderedStep } from './unfinished.ts';

type Command = (tree: Tree, options: MoveOptions, facts?: Fleet) => () => void;

const beginning =
  (draft: (facts: Fleet, options: MoveOptions) => Draft): Command =>
  (tree, options, facts = factsOf(tree)) =>
    begin(tree, facts, draft(facts, options), options);

/** Shows what becomes of people, data, borders, machines and money, and writes the first step of each kind of move. */
export const replaceRegion = beginning(replaceDraft);
export const evacuate = beginning(evacuateDraft);
export const secondRegion = beginning(secondDraft);
export const retireRegion = beginning(retireDraft);
