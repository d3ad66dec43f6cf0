import { counted } from '@bizflow/kernel';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError, plan, renderedFolders } from '../plan.ts';
import { filesBelow } from '../prove/files-below.ts';
import { type Folder, survey } from '../reconcile.ts';
import type { NotedSide } from './side-at.ts';

/**
 * What a render of the work tree would write, with its modules: a fact that was changed need not be rendered first.
 * Throws a {@link GeneratorError} where a rendered file was edited: Argo CD would pull the edit, and no plan would tell of it.
 */
export function workTreeSide(tree: Folder): NotedSide {
  const fleet = factsOf(tree);
  const { files, problems } = plan(fleet, {});
  const faults = problems.filter(isError);
  if (faults.length > 0) throw new GeneratorError(faults);
  const modules = filesBelow(
    tree,
    'terraform',
    (path) => !/(^|\/)(tests|environments|\.[^/]*)(\/|$)/.test(path),
  );
  const found = survey(tree, renderedFolders(fleet, {}), files);
  const kept = found.problems.filter(({ code }) => code.startsWith('FILE_'));
  if (kept.length > 0) throw new GeneratorError(kept);
  const differing = new Set([...found.missing, ...found.stale, ...found.removed]);
  return {
    side: {
      fleet,
      files: {
        ...Object.fromEntries(
          Object.entries(modules).map(([path, text]) => [`terraform/${path}`, text]),
        ),
        ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
      },
    },
    notes:
      differing.size === 0
        ? []
        : [
            `not up to date: ${counted(differing.size, 'rendered file')}; this is what a render would write`,
          ],
  };
}
