import type { Side } from '@bizflow/changes';

/** Rendered files that differ, but for those that are written by hand. */
export const differing = (
  { files: is }: Side,
  { files: was, byHand = [] }: Side,
): readonly string[] =>
  Object.keys({ ...was, ...is })
    .filter((path) => isRendered.test(path) && is[path] !== was[path] && !byHand.includes(path))
    .sort();

/** Where a render writes, and nothing else. */
const isRendered = /^(?:gitops|install|terraform\/environments|docs\/runbooks|clients|facts)\//;
