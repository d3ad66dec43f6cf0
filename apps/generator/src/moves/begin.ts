import { type Fleet, fleetRules } from '@bizflow/config';
import { placeRules } from '@bizflow/config/aws';
import { withMoves } from '@bizflow/config/moves';
import type { Problem } from '@bizflow/kernel';
import type { Sheet } from '@bizflow/region-catalog';
import type { Move } from '@bizflow/region-catalog/moves';
import type { Tree } from '@nx/devkit';
import { refuse } from '../error.ts';
import { isError, plan } from '../plan.ts';
import { refuseFacts } from '../refuse-facts.ts';
import { formatThenSay } from '../scaffold/format.ts';
import { joined, register } from '../scaffold/register-region.ts';
import { withBudget, writeBudget } from './budgets.ts';
import { forgotten } from './forgotten.ts';
import { legalBasisRules } from './legal-basis-rules.ts';
import { writeMove } from './move-file.ts';
import { exceptionsOf, type LegalBasis } from './new-move.ts';
import { previewLines } from './preview.ts';

/** A move before its exceptions are known, and the sheet of the region that it begins. */
export interface Draft {
  readonly move: Move;
  readonly sheet: Sheet | null;
}

/**
 * Shows what a move will do, then writes its first step, and nothing else. Throws a {@link GeneratorError} with all
 * that is wrong with any of its steps, and shows nothing of a move that is impossible.
 */
export function begin(
  tree: Tree,
  facts: Fleet,
  { move: draft, sheet }: Draft,
  legalBasis: LegalBasis,
): () => void {
  refuse(legalBasisRules(legalBasis, (path) => tree.isFile(path)));
  const wanted = sheet === null ? facts : withBudget(joined(facts, sheet), sheet.id, draft.from);
  const move = { ...draft, exceptions: exceptionsOf(wanted, draft, legalBasis) };
  const after = { ...wanted, ...withMoves(wanted, [...facts.moves, move]) };
  const problems = ahead(after, move);
  // A preview of what cannot be helps no one; of what lacks only a legal basis, it shows for what one is needed.
  const isPossible = problems.every(({ code }) => code === 'RESIDENCY_CROSSING');
  if (isPossible) for (const line of previewLines(after, facts, move)) console.log(line);
  refuseFacts(tree, problems, { ...facts, exceptions: after.exceptions });
  if (sheet !== null) {
    register(tree, sheet, wanted);
    writeBudget(tree, wanted, sheet.id);
  }
  writeMove(tree, move);
  return formatThenSay(tree, next(move));
}

/** What is wrong now, and what would be when the move is history: it would not come to its end. */
const ahead = (facts: Fleet, move: Move): readonly Problem[] => {
  // Whatever else is wrong with a region that AWS has not, or not for this account, follows from that.
  const impossible = placeRules(facts).filter(isError);
  if (impossible.length > 0) return impossible;
  // With what the rendered files would lack: the next render would refuse the move after it is written.
  const now = plan(facts, {}).problems.filter(isError);
  if (now.length > 0) return now;
  return fleetRules(forgotten(facts, move))
    .filter(isError)
    .map((problem) => ({ ...problem, at: `moves.${move.id}, step forget: ${problem.at}` }));
};

const next = ({ id, step }: Move): string =>
  [
    '',
    `the step ${step} is written: npx nx generate @bizflow/generator:render; git add --all && git commit`,
    'its page in docs/runbooks says what to do in it, and what it waits for',
    `then: npx nx generate @bizflow/generator:next-step ${id}`,
  ].join('\n');
