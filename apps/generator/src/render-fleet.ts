import type { Problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { placedProblems } from './fact-sources/placed-problems.ts';
import { sourcesIn } from './fact-sources/source-of.ts';
import { factsOf } from './facts.ts';
import { isError, plan, renderedFolders } from './plan.ts';
import { type Outcome, reconcile } from './reconcile.ts';
import { refuseFacts } from './refuse-facts.ts';
import { treeRules } from './rules/tree-rules.ts';
import type { Scope } from './scope.ts';

/** A render that went through: what changed, and the warnings that remain. */
export interface Rendering extends Outcome {
  readonly warnings: readonly Problem[];
}

/** Plans the scope and reconciles its folders; throws a {@link GeneratorError} or changes the tree. */
export function renderFleet(
  tree: Tree,
  scope: Scope,
  { strict, warnings }: { readonly strict: boolean; readonly warnings: boolean },
): Rendering {
  const facts = factsOf(tree);
  const { environment, region, service } = scope;
  const { files, problems } = plan(facts, { environment, region, service });
  refuseFacts(tree, strict ? problems : problems.filter(isError));
  refuseFacts(tree, treeRules(facts, files, tree));
  const folders = renderedFolders(facts, { environment, region, service });
  const outcome = reconcile(tree, folders, files);
  return { ...outcome, warnings: placedWarnings(problems, tree, warnings) };
}

/** Warnings with the lines that they are about; of values that are still to come only where each is printed. */
const placedWarnings = (problems: readonly Problem[], tree: Tree, all: boolean) => {
  const read = sourcesIn(tree);
  return problems.flatMap((one) =>
    all || one.code !== 'PLACEHOLDER_VALUE' ? placedProblems([one], read) : [one],
  );
};
