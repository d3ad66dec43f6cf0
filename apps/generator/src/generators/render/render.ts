import type { Tree } from '@nx/devkit';
import { renderFleet } from '../../render-fleet.ts';
import { type ReportOptions, reported } from '../../report.ts';
import type { Scope } from '../../scope.ts';

/** `nx generate @bizflow/generator:render`: the main job. */
export default (tree: Tree, options: Scope & ReportOptions & { readonly strict: boolean }) =>
  reported(options, () => renderFleet(tree, options, options.strict));
