import { type Fleet, fleetRules } from '@bizflow/config';
import { fleetAt, isConfirmed, type Wait, waitsOf } from '@bizflow/config/moves';
import { type Problem, problem } from '@bizflow/kernel';
import { type Move, stepAfter } from '@bizflow/region-catalog/moves';
import type { Tree } from '@nx/devkit';
import { refuse } from '../error.ts';
import { factsOf } from '../facts.ts';
import { listed } from '../listed.ts';
import { isError, plan } from '../plan.ts';
import { refuseFacts } from '../refuse-facts.ts';
import { formatThenSay } from '../scaffold/format.ts';
import { confirmed, type Said } from './confirmed.ts';
import { forget } from './forget.ts';
import { forgotten } from './forgotten.ts';
import { writeStep } from './move-file.ts';
import { moveNamed } from './move-named.ts';
import { stepLines } from './preview.ts';

export interface NextStepOptions extends Said {
  readonly move?: string;
}

/**
 * Writes down what was confirmed of a move. When that is all that its step waits for, shows the next step as a command
 * that begins a move does, and writes it; without anything confirmed, lists what the step waits for, shows what comes
 * after it, and writes nothing.
 */
export function nextStep(
  tree: Tree,
  options: NextStepOptions,
  facts: Fleet = factsOf(tree),
): () => void {
  refuse(aloneRules(options));
  const move = moveNamed(facts, options.move);
  // What is told of a step follows from facts that are right.
  refuseFacts(tree, fleetRules(facts).filter(isError), facts);
  const waits = waitsOf(facts, move, move.step);
  const added = confirmed(move, waits, options);
  const after = { ...move, confirmations: [...move.confirmations, ...added] };
  const open = waits.filter(({ id }) => !isConfirmed(after, move.step, id));
  const next = stepAfter(move, move.step);
  say(alreadyLines(move, waits, options));
  const told = next === undefined ? [] : stepLines(facts, after, next);
  if (options.confirm === undefined) return say([...openLines(after, open), '', ...told]);
  if (open.length > 0 || next === undefined) {
    say(openLines(after, open));
    if (added.length === 0) return say(['nothing was written']);
    writeStep(tree, after);
    return formatThenSay(tree, 'what was confirmed is written: render and commit it');
  }
  const then = next === 'forget' ? forgotten(facts, after) : fleetAt(facts, after, next);
  const live = { ...facts, exceptions: then.exceptions };
  refuseFacts(tree, plan(then, {}).problems.filter(isError), live);
  say(told);
  if (next === 'forget') forget(tree, facts, after);
  else writeStep(tree, { ...after, step: next });
  return formatThenSay(
    tree,
    `${next} is written\nnext: npx nx generate @bizflow/generator:render; git add --all && git commit`,
  );
}

const say = (lines: readonly string[]): (() => void) => {
  for (const line of lines) console.log(line);
  return () => undefined;
};

/** What a person confirms again: the first evidence stays. */
const alreadyLines = (move: Move, waits: readonly Wait[], said: Said): readonly string[] => {
  const named = listed(said.confirm);
  return move.confirmations
    .filter(({ step, wait }) => step === move.step && named.includes(wait))
    .filter(({ wait }) => waits.some(({ id }) => id === wait))
    .map(({ wait, by, evidence }) => `${wait} is confirmed already, by ${by}: ${evidence}`);
};

const openLines = ({ id, step }: Move, open: readonly Wait[]): readonly string[] =>
  open.length === 0
    ? [`${id} is at ${step}, and all is confirmed; go on with --confirm=''`]
    : [`${id} is at ${step}, and waits for`, ...open.flatMap(waitLines)];

/** Who has seen something, and where, means nothing when nothing is confirmed. */
const aloneRules = (options: NextStepOptions): readonly Problem[] =>
  (['by', 'evidence'] as const)
    .filter((name) => options.confirm === undefined && options[name] !== undefined)
    .map((name) =>
      problem({
        code: 'OPTION_ALONE',
        at: `--${name}`,
        value: options[name],
        reason: 'is used only together with --confirm, which is missing',
        remedy: 'add --confirm with the ids of what was seen, or leave it out to list them',
      }),
    );

const waitLines = ({ id, what, command, prints, by }: Wait): readonly string[] => [
  `  ${id} (${by}): ${what}`,
  `      ${command ?? 'no command'}   # ${prints}`,
];
