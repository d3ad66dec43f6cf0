import { type Problem, problem } from '@bizflow/kernel';
import type { PlayedCommand } from './commands.ts';
import type { Waited } from './page.ts';
import type { Root } from './roots.ts';

/** What moto answers in another way than AWS, by the id of what is waited for. */
const others: Readonly<Record<string, string>> = {
  'backed-up': 'moto makes no recovery points',
  machines: 'moto knows no such quota',
  'replica-follows': 'moto says nothing of replication',
};

/** Why moto cannot show what is waited for, or undefined where it can. */
export const motoCannot = ({ id }: Waited): string | undefined => others[id];

/** A command of a page that fails where nothing that moto lacks is the reason. */
export const failedCommand = (step: string, { script, played, text }: PlayedCommand) =>
  played !== 'failed'
    ? []
    : [
        problem({
          code: 'COMMAND_FAILED',
          at: `${step}, page of the move`,
          value: script,
          reason: text.trim().split('\n').slice(-4).join(' '),
          remedy: 'write the command so that it does what its line says',
        }),
      ];

/** Roots that a person applies, that say something new, and that the page has no one apply. */
export const untold = (
  step: string,
  due: readonly Pick<Root, 'root' | 'stage'>[],
  commands: readonly string[],
): readonly Problem[] =>
  due
    .filter(({ stage }) => stage === 'access' || stage === 'leaving')
    .filter(({ root }) => !commands.some((one) => one.endsWith(`/environments/${root} apply`)))
    .map(({ root, stage }) =>
      problem({
        code: 'APPLY_UNTOLD',
        at: `${step}, page of the move`,
        value: root,
        reason: `has changed, GitHub does not apply what is ${stage}, and no command of the page does`,
        remedy: 'add the command to the step in packages/config/src/moves/stages/',
      }),
    );

/** What is waited for and does not show what the page says of it. */
export const unlike = (
  step: string,
  { id, prints }: Waited,
  { script, played, text }: PlayedCommand,
): readonly Problem[] =>
  played === 'skipped' || isAs(prints, played, text.trim())
    ? []
    : [
        problem({
          code: 'WAIT_UNLIKE',
          at: `${step}: ${id}`,
          value: script,
          reason: `shows "${text.trim().slice(-200)}", and the page says: ${prints}`,
          remedy: 'correct the command, or what it shows',
        }),
      ];

const isAs = (prints: string, played: PlayedCommand['played'], text: string): boolean => {
  const [, quoted] = /^"(\w+)"/.exec(prints) ?? [];
  if (quoted !== undefined) return text.includes(quoted);
  if (/^nothing\b/.test(prints)) return text === '';
  if (/^\d+$/.test(prints)) return text === prints;
  return played === 'succeeded';
};
