import type { Side } from '@bizflow/changes';
import { counted } from '@bizflow/kernel';
import { refuse } from '../error.ts';
import { factsOf } from '../facts.ts';
import { renderedFolders } from '../plan.ts';
import { modulesIn } from '../prove/rendered-in.ts';
import { type Folder, survey } from '../reconcile.ts';
import { soundPlan } from '../sound-plan.ts';
import { git } from './git.ts';

/** The work tree as a side of a comparison. */
export interface WorkTreeSide {
  readonly side: Side;
  /**
   * Compares the side with what is on disk, and says how it differs. Throws a {@link GeneratorError} where a rendered
   * file was edited: Argo CD would pull the edit, and no plan would tell of it.
   */
  readonly notes: () => readonly string[];
}

/** What a render of the work tree would write, with its modules: a fact that was changed need not be rendered first. */
export function workTreeSide(tree: Folder): WorkTreeSide {
  const fleet = factsOf(tree);
  const files = soundPlan(tree, fleet);
  return {
    side: {
      fleet,
      files: {
        ...modulesIn(tree),
        ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
      },
    },
    notes: () => {
      const found = survey(tree, renderedFolders(fleet, {}), files);
      refuse(found.problems.filter(({ code }) => code.startsWith('FILE_')));
      const differing = new Set([...found.missing, ...found.stale, ...found.removed]);
      return [...uncommitted(tree.root), ...stale(differing.size)];
    },
  };
}

const uncommitted = (root: string): readonly string[] => {
  const files = (git(root, 'status', '--porcelain') ?? '')
    .split('\n')
    .filter((line) => line !== '');
  return files.length === 0
    ? []
    : [`not committed: ${counted(files.length, 'file')}; the plan is of what the facts render now`];
};

const stale = (files: number): readonly string[] =>
  files === 0
    ? []
    : [`not up to date: ${counted(files, 'rendered file')}; this is what a render would write`];
