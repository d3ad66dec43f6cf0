import type { ClusterFolder } from '../../fleet/folders.ts';
import type { Repository } from '../../harness/git.ts';
import type { Bench } from '../../suite.ts';
import type { Raised } from '../sync/raise.ts';
import { renderedFiles } from '../sync/raise.ts';
import { type Checkout, folderOf } from './checkout.ts';
import type { Sight } from './sight.ts';

/** A cluster at one end of the move, as it was seen last. */
export interface End {
  readonly id: string;
  readonly raised: Raised;
  sight: Sight;
  /** Whether people have taken its services away, and stopped its Argo CD. */
  isDrained: boolean;
}

/** A move on its way through both clusters. */
export interface Course {
  readonly bench: Bench;
  readonly git: Repository;
  /** The ids of the clusters that people leave, and go to. */
  readonly from: string;
  readonly to: string;
  /** The fleet before the move. */
  readonly before: Checkout;
  /** The step that was taken last. */
  last: Checkout;
  /** The clusters that are up. */
  ends: readonly End[];
}

export const sightsOf = ({ ends }: Pick<Course, 'ends'>): readonly Sight[] =>
  ends.map(({ sight }) => sight);

/** The folder of a cluster that has one. */
export function folderAt(at: Checkout, id: string): ClusterFolder {
  const found = folderOf(at, id);
  if (found === undefined) throw new Error(`${at.step}: gitops/${id} is missing`);
  return found;
}

/** Reads the files of `gitops/` as they were at a step. */
export const textOf =
  ({ texts }: Checkout) =>
  (path: string): string =>
    texts[path] ?? '';

/** Commits what a step changes in the folders of the clusters that are up. */
export function pushStep({ git, last, ends }: Course, now: Checkout): void {
  const files = ends.map(({ id, raised: { places } }) => {
    const [was, is] = [last, now].map((at) => folderOf(at, id));
    const gone = Object.fromEntries((was?.files ?? []).map(({ path }) => [path, null]));
    return { ...gone, ...(is && renderedFiles(is, textOf(now), places)) };
  });
  git.push(`The step ${now.step}`, Object.assign({}, ...files));
}
