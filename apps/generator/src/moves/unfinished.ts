import { counted, type Problem, problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { sources } from '../catalog-sources.ts';
import { git } from '../change/git.ts';
import { drift } from '../drift.ts';
import { refuse } from '../error.ts';
import { factsOf } from '../facts.ts';
import { renderedFolders } from '../plan.ts';
import { survey } from '../reconcile.ts';
import { soundPlan } from '../sound-plan.ts';

/**
 * Throws a {@link GeneratorError} while the present step is not rendered and committed: what people confirm then is
 * not what is there, and there is no commit whose revert is the way back.
 */
export function refuseUnfinished(tree: Tree): void {
  const folders = [sources, 'packages/config/src', ...renderedFolders(factsOf(tree), {})];
  const listed = git(tree.root, 'status', '--porcelain', '--no-renames', '--', ...folders);
  const problems = unfinished(
    drift(tree)?.outOfSyncDetails ?? [],
    listed?.split('\n').filter((line) => line !== ''),
  );
  refuse(problems);
}

/** Warns where the present step is not rendered: what it waits for is told of files that are not there yet. */
export function unrenderedStep(tree: Tree): readonly string[] {
  const facts = factsOf(tree);
  const { missing, stale, removed } = survey(
    tree,
    renderedFolders(facts, {}),
    soundPlan(tree, facts),
  );
  const differing = missing.length + stale.length + removed.length;
  if (differing === 0) return [];
  return [
    `this step is not rendered yet (${counted(differing, 'file')}), so files that it names may not be there:`,
    `  npx nx generate @bizflow/generator:render; ${commit}`,
  ];
}

/** What is left to do of a step: files that a render would change, and what Git has not; undefined without Git. */
export const unfinished = (
  differing: readonly string[],
  uncommitted: readonly string[] | undefined,
): readonly Problem[] => {
  const [stale] = differing;
  if (stale !== undefined)
    return [
      problem({
        code: 'STEP_NOT_RENDERED',
        at: stale,
        value: counted(differing.length, 'difference'),
        reason: 'the rendered files are not those of the current step, so nothing can be confirmed',
        remedy: `npx nx generate @bizflow/generator:render; ${commit}`,
      }),
    ];
  const [first] = uncommitted ?? ['this folder'];
  return first === undefined
    ? []
    : [
        problem({
          code: 'STEP_NOT_COMMITTED',
          at: first.replace(/^.. /, ''),
          value:
            uncommitted === undefined
              ? 'no repository of Git'
              : counted(uncommitted.length, 'file'),
          reason: 'the current step is not committed; to go back, that commit would be reverted',
          remedy: commit,
        }),
      ];
};

const commit = 'git add --all && git commit';
