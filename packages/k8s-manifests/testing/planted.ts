import type { ManifestFile } from '@bizflow/config';

/** Anything, as deep as a test wants to reach in: the border where a sound object becomes a bad one. */
// biome-ignore lint/suspicious/noExplicitAny: a planted fault is by nature not what its type allows
export type Anything = any;

/** The files of a cluster, free to be broken. */
export interface Draft {
  files: { path: string; body: Anything }[];
}

/** The body of the one file with this end, to be broken. */
export const at = ({ files }: Draft, end: string): Anything => {
  const found = files.filter(({ path }) => path.endsWith(end));
  if (found.length !== 1) throw new RangeError(`${found.length} files end in ${end}`);
  return found[0]?.body;
};

export const canary = (draft: Draft): Anything =>
  at(draft, '/rollout-api.yaml').spec.strategy.canary;

export const without = (draft: Draft, end: string): void => {
  at(draft, end);
  draft.files = draft.files.filter(({ path }) => !path.endsWith(end));
};

/** The files with one thing broken. */
export const broken = (
  files: readonly ManifestFile[],
  breakage: (draft: Draft) => unknown,
): readonly ManifestFile[] => {
  // As read from files: no two objects share their labels.
  const draft: Draft = { files: JSON.parse(JSON.stringify(files)) };
  breakage(draft);
  return draft.files;
};
