import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../order/accounts.ts';
import { opened, type Stage } from '../order/play.ts';
import type { Deviation } from '../rehearsal/deviations.ts';
import { takenIn } from '../rehearsal/output.ts';
import { type Command, commandIn } from './page.ts';

/** What became of a command of a page. */
export interface PlayedCommand {
  readonly script: string;
  readonly played: 'skipped' | 'succeeded' | 'failed';
  readonly text: string;
  readonly deviations: readonly Deviation[];
  /** The root that it destroyed, if it did. */
  readonly destroyed: string | null;
  /** What it took away where it was not to destroy a root. */
  readonly taken: readonly string[];
}

const quiet = ['-input=false', '-no-color'];

/** How Terraform is called where no person reads a plan and answers. */
export const wordsFor = ([verb = '', ...rest]: readonly string[]): readonly string[] => {
  if (verb === 'destroy') return ['destroy', '-json', '-auto-approve', '-parallelism=20', ...rest];
  if (verb === 'apply') return ['apply', '-json', '-auto-approve', '-parallelism=20', ...rest];
  return verb === 'plan' ? ['plan', ...quiet, ...rest] : [verb, ...rest];
};

/** A command that a rehearsal does not play. */
export const skipped = (script: string): PlayedCommand => ({
  script,
  played: 'skipped',
  text: '',
  deviations: [],
  destroyed: null,
  taken: [],
});

/** Plays a command of a page as a person would who types it: in the account of what it is about. */
export async function playCommand(
  script: string,
  stage: Stage,
  account: Account,
): Promise<PlayedCommand> {
  const command = commandIn(script);
  if (command.by === 'people') return skipped(script);
  if (command.by === 'terraform') return terraform(script, command, stage);
  const { code, text } = await account.shell(command.script);
  const played = code === 0 ? 'succeeded' : 'failed';
  return { ...skipped(script), played, text };
}

async function terraform(
  script: string,
  { root, words }: Extract<Command, { by: 'terraform' }>,
  stage: Stage,
): Promise<PlayedCommand> {
  if (!existsSync(join(stage.folder, 'environments', root)))
    return { ...skipped(script), played: 'failed', text: `${root} is not rendered` };
  const { own } = await opened(root, stage);
  const { code, text } = await own.call(...wordsFor(words));
  if (text.startsWith('{')) own.note(takesAll(words) ? 'destroy' : 'create', text);
  const isKnownToFail = own.deviations.length > 0;
  return {
    script,
    played: code === 0 || isKnownToFail ? 'succeeded' : 'failed',
    text,
    deviations: own.deviations,
    ...(takesAll(words)
      ? { destroyed: root, taken: [] }
      : { destroyed: null, taken: takenIn(text) }),
  };
}

// `apply` of a saved plan is how a page has a root destroyed once its plan was read.
const takesAll = ([verb, ...rest]: readonly string[]): boolean =>
  verb === 'destroy' || (verb === 'apply' && rest.includes('destroy.plan'));
