import type { Fleet } from '@bizflow/config';
import type { CountryCode, RegionId } from '@bizflow/region-catalog';
import { type Move, type MoveKind, moveIdOf, stepsOf } from '@bizflow/region-catalog/moves';
import type { Draft } from './begin.ts';
import { known, leaving, type MoveOptions, newcomer, offered, peopleOf } from './move-options.ts';
import { wayOut } from './new-move.ts';
import { sheetLike, standbyLike } from './sheet-like.ts';

/** A new region takes the place of another one. */
export const replaceDraft = (facts: Fleet, options: MoveOptions): Draft => {
  const from = leaving(facts, options.from);
  const sheet = sheetLike(facts.sheets[from], newcomer(facts, options), offered(facts, options));
  return { sheet, move: moveOf(facts, 'replace', from, options.to, facts.sheets[from].serves) };
};

/** People go to a region that exists. */
export const evacuateDraft = (facts: Fleet, options: MoveOptions): Draft => {
  const from = leaving(facts, options.from);
  const to = known(facts, '--to', options.to);
  const people = peopleOf(facts, from, options.people ?? '');
  return { sheet: null, move: moveOf(facts, 'evacuate', from, to, people) };
};

/** A new region takes some people of another one, or stands by for it where no people are named. */
export const secondDraft = (facts: Fleet, options: MoveOptions): Draft => {
  const from = leaving(facts, options.from);
  const own = newcomer(facts, options);
  const like = options.people ? sheetLike : standbyLike;
  const sheet = like(facts.sheets[from], own, offered(facts, options));
  const people = options.people ? peopleOf(facts, from, options.people) : [];
  const kind = people.length === 0 ? 'standby' : 'second-region';
  return { sheet, move: moveOf(facts, kind, from, own.id, people) };
};

/** A region without people goes. */
export const retireDraft = (facts: Fleet, { from }: Pick<MoveOptions, 'from'>): Draft => ({
  sheet: null,
  move: moveOf(facts, 'retire', leaving(facts, from), null, []),
});

const moveOf = (
  facts: Fleet,
  kind: MoveKind,
  from: RegionId,
  to: string | null,
  people: readonly CountryCode[],
): Move => {
  const [step = 'drain'] = stepsOf({ kind });
  return {
    id: moveIdOf({ from, to }),
    kind,
    from,
    to: to as RegionId | null,
    people,
    data: kind === 'standby' ? { by: 'replica' } : wayOut(facts, from),
    step: step as Move['step'],
    exceptions: [],
    confirmations: [],
  };
};
