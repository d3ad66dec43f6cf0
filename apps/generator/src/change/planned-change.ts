import {
  type Change,
  changeOf,
  effectsOf,
  type Report,
  reportOf,
  type Side,
} from '@bizflow/changes';
import { refusal } from '../error.ts';
import type { Folder } from '../reconcile.ts';
import { attributionOf } from './attribution.ts';
import { type Base, baseOf, commitNamed } from './base.ts';
import { causesSince } from './causes.ts';
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

/** What the work tree, or a commit, does to the fleet of a base; writes nothing. */
export async function plannedChange(
  tree: Folder,
  { base: named, head }: Compared,
  make: MakeProgram,
): Promise<Planned> {
  const { root } = tree;
  const commit = head === undefined ? undefined : commitNamed(root, '--head', head);
  const base = baseOf(root, named, head);
  const own = workTreeSide(tree);
  const newer =
    commit === undefined ? { side: own.side, notes: own.notes() } : sideAt(root, commit, own.side);
  const older = sideAt(root, base, newer.side);
  const change = await readable(base, () => changeOf(older.side, newer.side));
  const sources = causesSince(root, base, commit);
  const { attribution, notes } = await attributionOf(
    sources,
    {
      ...{ root, make },
      older: { side: older.side, commit: base },
      newer: { side: newer.side, commit },
    },
    change,
  );
  const label = `${base.named} (${base.commit.slice(0, 9)})`;
  const all = [...newer.notes, ...older.notes, ...notes];
  const report = reportOf(label, change, effectsOf(change), sources.causes, all, attribution);
  return { report, change, sides: { older: older.side, newer: newer.side } };
}

const readable = async <T>(base: Base, read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw refusal({
      code: 'BASE_UNREADABLE',
      at: '--base',
      value: base.named,
      reason: `has files that cannot be compared: ${reason}`,
      remedy: 'name a base on which npm run prove works',
    });
  }
};
