import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from '@bizflow/config/order';
import { commitAll } from '@bizflow/testing/commits';
import type { Stage } from '../order/play.ts';
import type { Sources } from '../order/sources.ts';
import type { Known } from '../rehearsal/deviations.ts';
import { type Ends, isPlayed, type Root, rootsAt, textAt } from './roots.ts';

/** Where a move is played: the copy in which it is written, the folder in which Terraform runs, and what was applied. */
export interface Theatre {
  readonly facts: Sources;
  readonly stage: Stage;
  readonly ends: Ends;
  /** What each root said when it was last applied. */
  readonly applied: Map<string, string>;
  /** What moto is known not to do. */
  readonly known: readonly Known[];
}

/** The roots of the copy that the rehearsal plays, in the order in which GitHub applies them. */
export const playedRoots = ({ facts, ends }: Theatre): readonly Root[] =>
  rootsAt(facts.workspace.root).filter((one) => isPlayed(one, ends));

/** The roots that say something else than when they were last applied. */
export const newRoots = (theatre: Theatre): readonly Root[] =>
  playedRoots(theatre).filter(
    ({ root }) => textAt(theatre.facts.workspace.root, root) !== theatre.applied.get(root),
  );

/** Those of them that are applied now: one that is leaving or waiting is for its page. */
export const dueRoots = (theatre: Theatre): readonly Root[] =>
  newRoots(theatre).filter(({ stage }) => stage !== 'leaving' && stage !== 'waiting');

/** Renders and commits, as each step of a move asks, and takes away the folders of roots that are no more. */
export function rendered({ facts, stage, applied }: Theatre, message: string): void {
  facts.render(stage.folder);
  const there = new Set(rootsAt(facts.workspace.root).map(({ root }) => root));
  for (const root of applied.keys()) {
    if (there.has(root)) continue;
    rmSync(join(stage.folder, 'environments', root), { recursive: true, force: true });
    applied.delete(root);
  }
  commitAll(facts.workspace, message);
}

/** The order from empty accounts of the fleet in the copy, which a move has changed. */
export const orderIn = ({ facts: { workspace } }: Theatre): readonly Step[] => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@bizflow/source', 'apps/terraform-checks/checks/order-of-copy.ts'],
    { cwd: workspace.root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

/** The page of the move as it is rendered now. */
export const pageOf = ({ facts: { workspace } }: Theatre, id: string): string =>
  readFileSync(join(workspace.root, 'docs/runbooks', 'moves', `${id}.md`), 'utf8');
