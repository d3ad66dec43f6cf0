import { type Fleet, fleetRules } from '@bizflow/config';
import { fleetAt, isConfirmed, type Wait, waitsOf } from '@bizflow/config/moves';
import { type Problem, problem } from '@bizflow/kernel';
import { type Move, stepAfter } from '@bizflow/region-catalog/moves';
import type { Tree } from '@nx/devkit';
import { refuse } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError } from '../plan.ts';
import { formatThenSay } from '../scaffold/format.ts';
import { withMember } from '../scaffold/source-edit.ts';
import { literal } from '../scaffold/typescript.ts';
import { confirmed, type Said } from './confirmed.ts';
import { forget } from './forget.ts';
import { forgotten } from './forgotten.ts';
import { moveFile } from './move-file.ts';
import { moveNamed } from './move-named.ts';

export interface NextStepOptions extends Said {
  readonly move?: string;
}

/**
 * Writes down what was confirmed of a move. When that is all that its step waits for, writes the next step; without
 * anything confirmed, lists what it waits for and writes nothing.
 */
export function nextStep(
  tree: Tree,
  options: NextStepOptions,
  facts: Fleet = factsOf(tree),
): () => void {
  refuse(aloneRules(options));
  const move = moveNamed(facts, options.move);
  const waits = waitsOf(facts, move, move.step);
  const confirmations = [...move.confirmations, ...confirmed(move, waits, options)];
  const after = { ...move, confirmations };
  const open = waits.filter(({ id }) => !isConfirmed(after, move.step, id));
  const next = stepAfter(move, move.step);
  if (options.confirm === undefined) {
    const lines =
      open.length === 0
        ? [`${move.id} is at ${move.step}, and all is confirmed; go on with --confirm=''`]
        : [`${move.id} is at ${move.step}, and waits for`, ...open.flatMap(waitLines)];
    for (const line of lines) console.log(line);
    return () => undefined;
  }
  if (open.length > 0 || next === undefined) {
    write(tree, after);
    return formatThenSay(
      tree,
      ['written: render and commit it; the step still waits for', ...open.flatMap(waitLines)].join(
        '\n',
      ),
    );
  }
  const then = next === 'forget' ? forgotten(facts, after) : fleetAt(facts, after, next);
  refuse(fleetRules(then).filter(isError));
  if (next === 'forget') forget(tree, facts, after);
  else write(tree, { ...after, step: next });
  return formatThenSay(
    tree,
    `${move.id}: ${move.step} -> ${next}\nnext: npx nx generate @bizflow/generator:render; git add --all && git commit`,
  );
}

const write = (tree: Tree, move: Move): void => {
  const path = moveFile(move);
  const text = tree.read(path, 'utf8') ?? '';
  const stepped = withMember(text, ['step'], `'${move.step}'`);
  tree.write(path, withMember(stepped, ['confirmations'], literal(move.confirmations)));
};

/** Who has seen something, and where, means nothing when nothing is confirmed. */
const aloneRules = (options: NextStepOptions): readonly Problem[] =>
  (['by', 'evidence'] as const)
    .filter((name) => options.confirm === undefined && options[name] !== undefined)
    .map((name) =>
      problem({
        code: 'OPTION_ALONE',
        at: `--${name}`,
        value: options[name],
        reason: 'belongs to what is confirmed, and nothing is',
        remedy: 'add --confirm with the ids of what was seen, or leave it out to list them',
      }),
    );

const waitLines = ({ id, what, command, prints, by }: Wait): readonly string[] => [
  `  ${id} (${by}): ${what}`,
  `      ${command ?? 'no command'}   # ${prints}`,
];
