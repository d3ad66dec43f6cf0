import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import { type ReportOptions, reported } from '../../report.ts';
import type { Scope } from '../../scope.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:render`: the main job. */
export default writing(
  given(schema, async (tree: Tree, options: Scope & ReportOptions & { readonly strict: boolean }) =>
    reported(options, async () => {
      const { renderFleet } = await load('render-fleet.ts', () => import('../../render-fleet.ts'));
      return clearly('FACTS_INVALID', () => renderFleet(tree, options, options));
    }),
  ),
);
