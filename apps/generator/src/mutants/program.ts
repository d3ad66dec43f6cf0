import type { AccessReference } from '@bizflow/config/permissions';
import type { Tree } from '@nx/devkit';
import type { Verdict } from './judge.ts';
import { loaders } from './loaders.ts';

/**
 * What became of the facts, as a person is told who renders them (`load.ts`): where the sources stumble over a fact, its
 * type says what is wrong with it. Throws what a render would throw.
 */
export async function verdict(
  tree: Pick<Tree, 'read'>,
  reference: AccessReference,
): Promise<Verdict> {
  try {
    const { judge } = await import('./judge.ts');
    return judge(tree, reference);
  } catch (error) {
    const { loadableFactRules } = await import('../shapes/loadable-facts.ts');
    const problems = await loadableFactRules(async (file) => loaders[file]?.());
    if (problems.length > 0) return { problems };
    throw error;
  }
}
