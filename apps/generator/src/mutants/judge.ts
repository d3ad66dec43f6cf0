import { createHash } from 'node:crypto';
import type { Fleet } from '@bizflow/config';
import { serviceRoleRules } from '@bizflow/config/order';
import * as permissions from '@bizflow/config/permissions';
import type { Problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError, rulesOfFacts, used } from '../plan.ts';
import { clustersIn } from '../scope.ts';
import { gitopsTree } from '../trees/gitops.ts';
import type { Plan } from '../trees/rendered-tree.ts';

/** What became of facts: problems that stop a render, or the digest of what would be rendered, with warnings. */
export type Verdict =
  | { readonly problems: readonly Problem[] }
  | { readonly digest: string; readonly warnings: readonly Problem[] };

/**
 * Plans the whole fleet as a render does, up to the first part that is refused, and says what came of it; then compares
 * the tables of permissions, as a test does. Throws what a render would throw.
 */
export function judge(tree: Pick<Tree, 'read'>, reference: permissions.AccessReference): Verdict {
  try {
    const digest = createHash('sha256');
    const warnings: Problem[] = [];
    for (const part of partsOf(factsOf(tree), reference)) {
      const { files, problems } = part();
      const errors = problems.filter(isError);
      if (errors.length > 0) return { problems: errors };
      warnings.push(...problems);
      for (const { path, text } of files) digest.update(`${path}\n${text}\n`);
    }
    return { digest: digest.digest('hex'), warnings };
  } catch (error) {
    if (error instanceof GeneratorError) return { problems: error.problems };
    throw error;
  }
}

/** What is known soonest comes first, and clusters one by one: most wrong facts are wrong in every one. */
const partsOf = (fleet: Fleet, reference: permissions.AccessReference): readonly (() => Plan)[] => [
  () => ({ files: [], problems: rulesOfFacts(fleet, {}) }),
  () => ({
    files: [],
    problems: [
      ...permissions.accessRules(permissions, reference),
      ...serviceRoleRules(reference.made),
    ],
  }),
  ...used.filter((tree) => tree !== gitopsTree).map((tree) => () => tree.plan(fleet, {})),
  ...clustersIn(fleet, {}).map(
    ({ environment, region }) =>
      () =>
        gitopsTree.plan(fleet, { environment: environment.name, region: region.id }),
  ),
];
