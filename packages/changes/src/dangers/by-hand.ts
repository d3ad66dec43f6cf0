import { inFile } from '../at.ts';
import { rule } from '../effect.ts';

/** A rendered file that a person edited or deleted, or put beside the rendered ones: Argo CD pulls what no fact says. */
export const byHand = rule('dangers/by-hand', ({ byHand: paths }) =>
  paths.map((path) => ({
    place: placeOf(path),
    to: path,
    does: 'is written, edited or deleted by hand, and not what the facts render',
    at: inFile(path),
  })),
);

/** The cluster or root of a path; of the others, the folder at the top. */
const placeOf = (path: string): string =>
  /^(?:gitops|terraform\/environments)\/([^/]+\/[^/]+)\//.exec(path)?.[1] ??
  path.split('/')[0] ??
  path;
