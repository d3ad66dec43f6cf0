import type { Fleet } from '@bizflow/config';
import { isError, plan } from './plan.ts';
import { refuseFacts } from './refuse-facts.ts';
import type { RenderedFile } from './trees/rendered-tree.ts';

/** Every file that a render of the facts writes; throws a {@link GeneratorError} where a rule refuses the facts. */
export function soundPlan(
  tree: Parameters<typeof refuseFacts>[0],
  facts: Fleet,
): readonly RenderedFile[] {
  const { files, problems } = plan(facts, {});
  refuseFacts(tree, problems.filter(isError));
  return files;
}
