import type { Side } from '@bizflow/changes';
import { counted } from '@bizflow/kernel';
import type { Base } from './base.ts';
import { putBacksOf, type SourceChanges } from './causes.ts';
import { type MakeProgram, sidesWith } from './put-back.ts';
import type { PutBack } from './put-backs.ts';
import { differing } from './rendered-files.ts';
import { type Sources, sourcesAt, workTreeSources } from './sources-at.ts';

/** Two sides, where each comes from, and how sources are made a program; no commit is the work tree. */
export interface Sides {
  readonly root: string;
  readonly make: MakeProgram;
  readonly older: { readonly side: Side; readonly commit: Base };
  readonly newer: { readonly side: Side; readonly commit: Base | undefined };
}

/** A side that is rendered here, so that facts of the other one can be tried on it. */
export interface Anchor {
  readonly isOlder: boolean;
  /** What is rendered of it. */
  readonly side: Side;
  /** Whether that is the side of the change itself. */
  readonly isSame: boolean;
  readonly able: readonly PutBack[];
  /** Names of facts that are not put back: they came or went with others. */
  readonly unable: readonly string[];
  readonly sideWith: (some: readonly PutBack[]) => Side | undefined;
}

/** The anchor of a change, if there is one, and what a reader must know of it. */
export interface Anchored {
  readonly anchor: Anchor | undefined;
  readonly notes: readonly string[];
}

/**
 * The work tree, or that of two commits which the renderers of the work tree write as it is committed, with its facts
 * as data: the newer one before the older one. Code of a commit is not run, so that there may be none.
 */
export async function anchorOf(changes: SourceChanges, sides: Sides): Promise<Anchored> {
  const { root, older, newer } = sides;
  if (newer.commit === undefined) {
    return { anchor: await rendered(changes, sides, false, workTreeSources(root)), notes: [] };
  }
  const [base, head] = [older.commit.named, newer.commit.named];
  const ofHead = await committed(changes, sides, false, newer.commit.commit);
  if (ofHead.anchor !== undefined) return { anchor: ofHead.anchor, notes: ofHead.says(head) };
  const ofBase = await committed(changes, sides, true, older.commit.commit);
  if (ofBase.anchor !== undefined) {
    const how = `facts of ${head} were put into ${base}, one at a time, to see what is behind each effect`;
    return { anchor: ofBase.anchor, notes: [...ofBase.says(base), how] };
  }
  return { anchor: undefined, notes: [unknown([base, ofBase.unlike], [head, ofHead.unlike])] };
}

interface Tried {
  readonly anchor: Anchor | undefined;
  readonly unlike: readonly string[];
  readonly says: (named: string) => readonly string[];
}

/** Renders a commit with the work tree's renderers. With other code, each byte must be what the commit has. */
const committed = async (
  changes: SourceChanges,
  sides: Sides,
  isOlder: boolean,
  commit: string,
): Promise<Tried> => {
  const sources = sourcesAt(sides.root, commit);
  const anchor = await rendered(changes, sides, isOlder, sources);
  const own = (isOlder ? sides.older : sides.newer).side;
  const unlike = anchor === undefined ? [] : differing(anchor.side, own);
  if (anchor === undefined || (sources.isOfOtherCode && unlike.length > 0)) {
    return { anchor: undefined, unlike, says: () => [] };
  }
  const isSame = unlike.length === 0 && (own.byHand ?? []).length === 0;
  return {
    anchor: isSame ? { ...anchor, side: own, isSame } : anchor,
    unlike,
    says: (named) => [
      ...(sources.isOfOtherCode
        ? [`renderers of this work tree differ from ${named}'s, and write its files all the same`]
        : []),
      ...(unlike.length > 0
        ? [`${named}: ${files(unlike)} not what its facts render; run a render there`]
        : []),
    ],
  };
};

const rendered = async (
  { changes }: SourceChanges,
  { root, make, older, newer }: Sides,
  isOlder: boolean,
  sources: Sources,
): Promise<Anchor | undefined> => {
  const { side } = isOlder ? older : newer;
  const putBacks = putBacksOf(changes, isOlder ? 'after' : 'before', sources.textOf);
  const able = putBacks.filter(({ pieces }) => pieces !== undefined);
  const unable = putBacks.filter((one) => !able.includes(one)).map(({ name }) => name);
  const sideWith = await sidesWith({ root, side, sources }, able, make);
  const isWorkTree = Object.keys(sources.instead).length === 0 && newer.commit === undefined;
  const expected = isWorkTree ? side : sideWith([]);
  return expected && { isOlder, side: expected, isSame: isWorkTree, able, unable, sideWith };
};

const files = (paths: readonly string[]): string =>
  `${counted(paths.length, 'file')} (${paths[0]}) ${paths.length === 1 ? 'is' : 'are'}`;

const unknown = (...sides: readonly (readonly [string, readonly string[]])[]): string => {
  const why = sides.map(([named, unlike]) =>
    unlike.length === 0
      ? `nothing with the facts of ${named}`
      : `${counted(unlike.length, 'file')} of ${named} otherwise (${unlike[0]})`,
  );
  const [, [head = ''] = []] = sides;
  return `which fact is behind which effect is not known: code of a commit is not run, and this work tree renders ${why.join(' and ')}; check out ${head}, and run this without --head`;
};
