import type { Problem } from '@bizflow/region-catalog';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from './error.ts';
import { factsOf } from './facts.ts';
import { isError, plan } from './plan.ts';
import { type Outcome, reconcile } from './reconcile.ts';
import { type Scope, scopeFolders } from './scope.ts';
import { diskProblems } from './writable.ts';

/** A render that went through: what changed, and the warnings that remain. */
export interface Rendering extends Outcome {
  readonly warnings: readonly Problem[];
}

/** Plans the scope and reconciles its folders; throws a {@link GeneratorError} or changes the tree. */
export function renderFleet(tree: Tree, scope: Scope, strict: boolean): Rendering {
  const facts = factsOf(tree);
  const { environment, region, service } = scope;
  const { files, problems } = plan(facts, { environment, region, service });
  const refused = strict ? problems : problems.filter(isError);
  if (refused.length > 0) throw new GeneratorError(refused);
  const folders = scopeFolders(facts, { environment, region, service });
  const outcome = reconcile(tree, folders, files);
  const touched = [...outcome.missing, ...outcome.stale, ...outcome.removed];
  const onDisk = diskProblems(tree.root, touched);
  if (onDisk.length > 0) throw new GeneratorError(onDisk);
  return { ...outcome, warnings: problems };
}
