import type { Side } from '@bizflow/changes';
import type { Base } from './base.ts';
import { changedSince } from './changed-sources.ts';
import { decides, renders } from './kinds-of-source.ts';
import type { NotedSide } from './side-at.ts';

/** Whether nothing differs that could render something else: what does differ then is by hand. */
export const areSourcesSame = (root: string, base: Base, head: Base | undefined): boolean =>
  !changedSince(root, base.commit, head?.commit).some(
    (path) => decides.test(path) || renders.test(path),
  );

/** A side of the same sources as the other one: a person deleted what it has not. No header can say so. */
export const withDeleted = (noted: NotedSide, other: Side): NotedSide => {
  const { files, byHand = [] } = noted.side;
  const deleted = Object.keys(other.files).filter((path) => !Object.hasOwn(files, path));
  return { ...noted, side: { ...noted.side, byHand: [...byHand, ...deleted] } };
};
