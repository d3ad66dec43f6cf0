import type { Tree } from '@nx/devkit';
import { clearly, load } from '../../load.ts';
import { print } from '../../print.ts';
import { readOnly } from '../../read-only.ts';

export interface PlanOptions {
  readonly base: string;
  readonly head?: string;
  readonly json: boolean;
  readonly markdown: boolean;
}

/** `nx generate @bizflow/generator:plan`: what the work tree does to the fleet, told before it is merged. */
export default readOnly(async (tree: Tree, { json, markdown, ...sides }: PlanOptions) => {
  const { plannedChange, printed } = await load(
    'change/command.ts',
    () => import('../../change/command.ts'),
  );
  const report = await clearly('FACTS_INVALID', () => plannedChange(tree, sides));
  const { text, code } = printed(report, { json, markdown });
  await print(text);
  if (code !== 0) process.exit(code);
});
