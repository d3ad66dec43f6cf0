import { counted, problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from './error.ts';
import { factsOf } from './facts.ts';
import { missingFolders } from './missing-folders.ts';
import { renderedFolders } from './plan.ts';
import { apply, survey } from './reconcile.ts';
import { refuseFacts } from './refuse-facts.ts';
import { treeRules } from './rules/tree-rules.ts';
import { soundPlan } from './sound-plan.ts';
import type { RenderedFile } from './trees/rendered-tree.ts';

/** What Nx prints when a sync generator finds its files out of date. */
export interface Drift {
  readonly outOfSyncMessage: string;
  readonly outOfSyncDetails: string[];
}

/**
 * Names every file that differs from the plan, and corrects in the tree what a render may change.
 * `undefined` when nothing differs. Nx writes the tree for `nx sync`, not for `sync:check`.
 */
export function drift(tree: Tree): Drift | undefined {
  const facts = factsOf(tree);
  const files = soundPlan(tree, facts);
  refuseFacts(tree, treeRules(facts, files, tree));
  const folders = renderedFolders(facts, {});
  const found = survey(tree, folders, files);
  const { missing, stale, removed, problems: kept } = found;
  const keptPaths = new Set(kept.map(({ at }) => at));
  const isOurs = (path: string): boolean => !keptPaths.has(path);
  const differences = [
    ...absent(missing.filter(isOurs), files),
    ...stale
      .filter(isOurs)
      .map((path) => ({ code: 'FILE_STALE', path, reason: 'differs from the plan' })),
    ...removed.filter(isOurs).map((path) => ({
      code: 'FILE_UNPLANNED',
      path,
      reason: 'is rendered, but no longer planned',
    })),
  ];
  if (kept.length > 0) {
    // Nx ignores a sync generator that changes nothing, so what it may not change must be thrown.
    throw new GeneratorError([
      ...kept,
      ...differences.map(({ code, path, reason }) =>
        problem({ code, at: path, value: 'drift', reason, remedy }),
      ),
    ]);
  }
  if (differences.length === 0) return undefined;
  apply(tree, found, files);
  return {
    outOfSyncMessage: `What is rendered differs from the plan; ${remedy}`,
    outOfSyncDetails: differences.map(({ code, path, reason }) => `${code}  ${path} ${reason}`),
  };
}

// A folder that is not there at all is one line: of hundreds a person reads none.
const absent = (missing: readonly string[], files: readonly RenderedFile[]) =>
  missingFolders(
    missing,
    files.map(({ path }) => path),
  ).map(({ path, files: count }) => ({
    code: 'FILE_MISSING',
    path,
    reason:
      count === 1
        ? 'is planned, but does not exist'
        : `is missing with all of its ${counted(count, 'planned file')}`,
  }));

const remedy = 'run: npx nx generate @bizflow/generator:render';
