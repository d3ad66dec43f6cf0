import type { Tree } from '@nx/devkit';
import type { MakeProgram } from '../../change/put-back.ts';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import { print } from '../../print.ts';
import { readOnly } from '../../read-only.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

export interface PlanOptions {
  readonly base: string;
  readonly head?: string;
  readonly json: boolean;
  readonly markdown: boolean;
  /** The file to which the page is written, or whether it is. */
  readonly html: string | boolean;
}

/** Where a change has several causes, the program that tells them apart is bundled: most changes have one. */
const make: MakeProgram = async (instead) => {
  const { trialProgram } = await import('../../change/trial-program.ts');
  return trialProgram(instead);
};

const dryRunNote = '\nNOTE: The "dryRun" flag means no changes were made.';

/** `nx generate @bizflow/generator:plan`: what the work tree does to the fleet, told before it is merged. */
export default readOnly(
  writing(
    given(schema, async (tree: Tree, { json, markdown, html, ...sides }: PlanOptions) => {
      const { oneForm, plannedChange, printed } = await load(
        'change/command.ts',
        () => import('../../change/command.ts'),
      );
      oneForm({ json, markdown });
      const planned = await clearly('FACTS_INVALID', () => plannedChange(tree, sides, make));
      const { text, code } = printed(planned.report, { json, markdown });
      const isDry = process.env.NX_DRY_RUN === 'true';
      const end = () => {
        // Nx ends a dry run with this line, but cannot when the process ends here.
        if (code !== 0 && isDry) console.log(dryRunNote);
        if (code !== 0) process.exit(code);
      };
      if (html !== false) {
        const { plannedPage, writePage } = await load(
          'change/planned-page.ts',
          () => import('../../change/planned-page.ts'),
        );
        const { pageAssets } = await import('../../page/assets.ts');
        const page = await plannedPage(planned, await pageAssets());
        writePage(tree, html === true ? 'plan.html' : html, page);
      }
      await print(text);
      // Nx calls it when the page is written, and calls nothing back after a dry run.
      if (html !== false && !isDry) return end;
      return end();
    }),
  ),
);
