import { type Account, accountNames } from '../order/accounts.ts';
import { type PlayedCommand, playCommand, skipped } from './commands.ts';
import { commandIn } from './page.ts';
import { rootsAt, textAt } from './roots.ts';
import { playedRoots, type Theatre } from './theatre.ts';
import { commandLines } from './told-move.ts';

/** An account by its name. */
export const accountNamed = (
  { stage: { accounts } }: Theatre,
  name: (typeof accountNames)[number],
): Account => {
  const account = accounts[accountNames.indexOf(name)];
  if (account === undefined) throw new Error(`${name} has no account`);
  return account;
};

/** Plays a command of the page; what `settle` has done already, or does in each root, is not done twice. */
export async function playedOn(theatre: Theatre, script: string): Promise<PlayedCommand> {
  const command = commandIn(script);
  const isDone =
    command.by === 'terraform'
      ? isSettled(theatre, command.root, command.words)
      : isElsewhere(theatre, script);
  const played = isDone
    ? skipped(script)
    : await playCommand(
        script,
        theatre.stage,
        accountNamed(theatre, / ecr /.test(script) ? 'delivery' : 'production'),
      );
  for (const line of commandLines(played, theatre.known)) console.log(line);
  return played;
}

/** Whether a command has nothing left to do, or is about a root that is rendered and not played. */
const isSettled = (theatre: Theatre, root: string, words: readonly string[]): boolean => {
  const folder = theatre.facts.workspace.root;
  const isPlayed = playedRoots(theatre).some((one) => one.root === root);
  if (!isPlayed) return rootsAt(folder).some((one) => one.root === root);
  if (words.includes('-detailed-exitcode') || words[0] === 'init') return true;
  return words.join() === 'apply' && theatre.applied.get(root) === textAt(folder, root);
};

/** Whether a command asks of a region whose root is not played. */
const isElsewhere = (theatre: Theatre, script: string): boolean => {
  const [, region] = /--region (\S+)/.exec(script) ?? [];
  const folder = / ecr /.test(script) ? 'production/delivery' : 'production';
  return !playedRoots(theatre).some(({ root }) => root === `${folder}/${region}`);
};
