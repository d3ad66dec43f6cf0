import {
  type Attribution,
  allBy,
  attributed,
  type Change,
  changeOf,
  type Side,
  unattributed,
} from '@bizflow/changes';
import type { SourceChanges } from './causes.ts';
import { type MakeProgram, sidesWith } from './put-back.ts';
import type { PutBack } from './put-backs.ts';

/** Who is behind what, and what a reader must know of that. */
export interface Attributed {
  readonly attribution: Attribution;
  readonly notes: readonly string[];
}

/** The newer side of a change, and how the sources that render it are run with other facts; none for a commit. */
export interface Newer {
  readonly root: string;
  readonly side: Side;
  readonly make: MakeProgram | undefined;
}

/** Which changed facts are behind each effect; where that is plain, nothing is rendered to find out. */
export async function attributionOf(
  { causes: { facts, code }, putBacks }: SourceChanges,
  { root, side, make }: Newer,
  change: Change,
): Promise<Attributed> {
  if (facts.length === 0) return { attribution: allBy([]), notes: [] };
  const [only, ...others] = putBacks;
  if (code.length === 0 && only !== undefined && others.length === 0) {
    return { attribution: allBy([only.name]), notes: [] };
  }
  if (make === undefined) return { attribution: unattributed, notes: [ofCommit] };
  const able = putBacks.filter(({ pieces }) => pieces !== undefined);
  const unable = putBacks.filter((one) => !able.includes(one)).map(({ name }) => name);
  const sideWith = await sidesWith(root, side, able, make);
  const trial = async (some: readonly PutBack[]) => {
    const older = sideWith(some);
    return {
      names: some.map(({ name }) => name),
      change: older && (await changeOf(older, side, change.after)),
    };
  };
  const together = await trial(able);
  const alone = able.length === 1 ? [together] : await Promise.all(able.map((one) => trial([one])));
  return {
    attribution: attributed(together, alone),
    notes:
      unable.length === 0
        ? []
        : [`${unable.join(', ')}: not put back alone; what they do counts as the renderer's`],
  };
}

const ofCommit =
  'which fact is behind which effect is known for the work tree only: code of a commit is not run';
