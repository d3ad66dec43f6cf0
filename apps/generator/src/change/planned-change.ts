import {
  allByHand,
  type Change,
  effectsOf,
  type Report,
  reportOf,
  type Side,
} from '@bizflow/changes';
import type { Folder } from '../reconcile.ts';
import { type Attributed, attributionOf } from './attribution.ts';
import { type Base, baseOf, commitNamed } from './base.ts';
import { causesSince, type SourceChanges } from './causes.ts';
import { compared } from './compared.ts';
import { areSourcesSame, withDeleted } from './deleted.ts';
import type { MakeProgram } from './put-back.ts';
import { sideAt } from './side-at.ts';
import { workTreeSide } from './work-tree-side.ts';

/** Which two sides are compared. */
export interface Compared {
  readonly base: string;
  /** A commit whose committed render is the newer side; the work tree without one. */
  readonly head?: string;
}

/** What is said of a change, and the two sides that it is said of. */
export interface Planned {
  readonly report: Report;
  readonly change: Change;
  readonly sides: { readonly older: Side; readonly newer: Side };
}

/** A commit of sources alone may have no render with it: then nothing here says what it will do. */
const unrendered = (
  { objects, resources, roots, pages }: Change,
  { causes: { facts, code } }: SourceChanges,
  commit: Base | undefined,
): readonly string[] =>
  commit !== undefined &&
  facts.length + code.length > 0 &&
  objects.length + resources.length + roots.length + pages.length === 0
    ? [
        `${commit.named}: sources changed and no rendered file did; run a render there to see whether one will`,
      ]
    : [];

const byHand: Attributed = { attribution: allByHand, notes: [] };

/** What the work tree, or a commit, does to the fleet of a base; writes nothing. */
export async function plannedChange(
  tree: Folder,
  { base: named, head }: Compared,
  make: MakeProgram,
): Promise<Planned> {
  const { root } = tree;
  const commit = head === undefined ? undefined : commitNamed(root, '--head', head);
  const base = baseOf(root, named, commit?.commit);
  const own = workTreeSide(tree);
  const newest =
    commit === undefined ? { side: own.side, notes: own.notes() } : sideAt(root, commit, own.side);
  const oldest = sideAt(root, base, newest.side);
  const isSame = areSourcesSame(root, base, commit);
  const newer = isSame && commit ? withDeleted(newest, oldest.side) : newest;
  const older = isSame ? withDeleted(oldest, newest.side) : oldest;
  const sources = causesSince(root, base, commit);
  const change = await compared(older.side, newer.side, { base, commit });
  const sides = {
    ...{ root, make },
    older: { side: older.side, commit: base },
    newer: { side: newer.side, commit },
  };
  const { attribution, notes } = isSame ? byHand : await attributionOf(sources, sides, change);
  const label = `${base.named} (${base.commit.slice(0, 9)})`;
  const told = notes.length > 0 ? notes : unrendered(change, sources, commit);
  const all = [...newer.notes, ...older.notes, ...told];
  const report = reportOf(label, change, effectsOf(change), sources.causes, all, attribution);
  return { report, change, sides: { older: older.side, newer: newer.side } };
}
