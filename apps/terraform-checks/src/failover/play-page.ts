import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applied } from '../move/apply.ts';
import { playCommand, skipped } from '../move/commands.ts';
import { takenStores } from '../move/harm-rules.ts';
import { failedCommand } from '../move/page-rules.ts';
import type { Played } from '../move/played.ts';
import { accountNamed } from '../move/played-on.ts';
import { textAt } from '../move/roots.ts';
import { playedRoots, type Theatre } from '../move/theatre.ts';
import { commandLines, turnLines } from '../move/told-move.ts';
import { commandsOn, rootAppliedBy } from './failback-page.ts';

/** The page of the failback, as the render with the swapped roles has written it. */
export const pageOf = ({ facts: { workspace }, ends }: Theatre): string =>
  readFileSync(join(workspace.root, 'docs/runbooks', ends.from, 'failback.md'), 'utf8');

/** Plays the commands of a section in their order; what is Git's comes after them, and is not played here. */
export async function playSection(
  theatre: Theatre,
  step: string,
  section: string,
): Promise<Played> {
  console.log(`\n${step}`);
  const all: Played[] = [];
  for (const command of commandsOn(section)) {
    const root = rootAppliedBy(command);
    all.push(
      await (root === undefined ? played(theatre, step, command) : made(theatre, step, root)),
    );
  }
  return {
    applies: all.reduce((sum, { applies }) => sum + applies, 0),
    deviations: all.flatMap(({ deviations }) => deviations),
    problems: all.flatMap(({ problems }) => problems),
  };
}

const nothing: Played = { applies: 0, deviations: [], problems: [] };

async function played(theatre: Theatre, step: string, command: string): Promise<Played> {
  const isPlayed = /^(?:aws|terraform) /.test(command);
  const account = accountNamed(theatre, 'production');
  const one = isPlayed ? await playCommand(command, theatre.stage, account) : skipped(command);
  for (const line of commandLines(one, theatre.known)) console.log(line);
  return { ...nothing, deviations: one.deviations, problems: failedCommand(step, one) };
}

/** Applies a root, and plans it again. */
async function made(theatre: Theatre, step: string, root: string): Promise<Played> {
  if (!playedRoots(theatre).some((one) => one.root === root)) {
    for (const line of commandLines(skipped(`apply of ${root}`), theatre.known)) console.log(line);
    return nothing;
  }
  const turn = await applied(root, theatre.stage, []);
  theatre.applied.set(root, textAt(theatre.facts.workspace.root, root));
  for (const line of turnLines(turn, theatre.known)) console.log(line);
  return {
    applies: 1,
    deviations: turn.deviations,
    problems: [...takenStores(step, root, turn.taken), ...turn.called.refused],
  };
}
