import type { Fleet } from '@bizflow/config';
import { refuse } from './error.ts';
import { isError, plan } from './plan.ts';
import type { RenderedFile } from './trees/rendered-tree.ts';

/** Every file that a render of the facts writes; throws a {@link GeneratorError} where a rule refuses the facts. */
export function soundPlan(facts: Fleet): readonly RenderedFile[] {
  const { files, problems } = plan(facts, {});
  refuse(problems.filter(isError));
  return files;
}
