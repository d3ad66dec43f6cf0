import {
  type Attribution,
  allBy,
  attributed,
  type Change,
  changeOf,
  unattributed,
  withHand,
} from '@bizflow/changes';
import { type Anchor, anchorOf, type Sides } from './anchor.ts';
import { putBacksOf, type SourceChanges } from './causes.ts';
import type { PutBack } from './put-backs.ts';

/** Who is behind what, and what a reader must know of that. */
export interface Attributed {
  readonly attribution: Attribution;
  readonly notes: readonly string[];
}

/** Which changed facts are behind each effect; where that is plain, nothing is rendered to find out. */
export async function attributionOf(
  sources: SourceChanges,
  sides: Sides,
  change: Change,
): Promise<Attributed> {
  const byHand = new Set([sides.older, sides.newer].flatMap(({ side }) => side.byHand ?? []));
  const found = plainly(sources, byHand.size > 0) ?? (await byTrial(sources, sides, change));
  return { ...found, attribution: withHand(found.attribution, byHand) };
}

const plainly = (
  { causes: { facts, code }, changes }: SourceChanges,
  isByHand: boolean,
): Attributed | undefined => {
  if (facts.length === 0) return { attribution: allBy([]), notes: [] };
  const newer = new Map(changes.map(({ change }) => [change.path, change.after ?? '']));
  const [only, ...others] = putBacksOf(changes, 'before', (path) => newer.get(path) ?? '');
  const isPlain = code.length === 0 && others.length === 0 && !isByHand;
  return only !== undefined && isPlain ? { attribution: allBy([only.name]), notes: [] } : undefined;
};

const byTrial = async (
  sources: SourceChanges,
  sides: Sides,
  change: Change,
): Promise<Attributed> => {
  const { anchor, notes } = await anchorOf(sources, sides);
  if (anchor === undefined) return { attribution: unattributed, notes };
  const { able, unable } = anchor;
  const trial = trialsOf(anchor, change);
  const together = await trial(able);
  const alone = able.length === 1 ? [together] : await Promise.all(able.map((one) => trial([one])));
  const left =
    unable.length === 0
      ? []
      : [`${unable.join(', ')}: not put back alone; what they do counts as the renderer's`];
  return { attribution: attributed(together, alone), notes: [...notes, ...left] };
};

/** What some facts show: old values on the newer side, or new ones on the older side. */
const trialsOf = ({ isOlder, side, isSame, sideWith }: Anchor, change: Change) => {
  const own = isOlder ? { before: change.before } : { after: change.after };
  const known = isSame ? own : {};
  return async (some: readonly PutBack[]) => {
    const other = sideWith(some);
    const [older, newer] = isOlder ? [side, other] : [other, side];
    return {
      names: some.map(({ name }) => name),
      change: older && newer && (await changeOf(older, newer, known)),
    };
  };
};
