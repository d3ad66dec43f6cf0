import { type Problem, unless } from '@bizflow/kernel';
import { crossings, sameWay } from '../crossings.ts';
import type { ResidencyException } from '../exceptions.ts';
import { catalogRules } from '../rules/catalog-rules.ts';
import type { Catalog } from '../sheet-of.ts';
import type { Sheets } from '../sheets.ts';
import { allowed } from './allowed.ts';
import type { Move, MoveStep } from './move.ts';
import { placed, settled, stateAt } from './state-at.ts';
import { stepsOf } from './steps.ts';

/** What the rules of the catalog say of each step that a move has not reached, beside what they say already. */
export const aheadRules = (
  sheets: Sheets,
  move: Move,
  moves: readonly Move[],
  written: readonly ResidencyException[],
): readonly Problem[] => {
  const start = placed(
    sheets,
    moves.filter((one) => one !== move),
  );
  const catalogAt = (step: MoveStep) => stateAt(start, move, step);
  const said = (step: MoveStep) => {
    const now = catalogAt(step);
    return catalogRules(now, allowed(settled(sheets), now, written, moves));
  };
  const steps = stepsOf(move);
  const present = said(move.step).map(key);
  const later = steps.slice(steps.indexOf(move.step) + 1).flatMap((step) =>
    said(step)
      .filter((problem) => !present.includes(key(problem)))
      .map((problem) => ({ ...problem, at: `moves.${move.id}, step ${step}: ${problem.at}` })),
  );
  return [...first(later), ...idle(move, steps.map(catalogAt))];
};

const key = ({ code, at, value }: Problem): string => [code, at, value].join(' ');

// A crossing that lasts is the same problem at each of its steps: the first says it.
const first = (problems: readonly Problem[]): readonly Problem[] => {
  const keys = problems.map((one) => key({ ...one, at: one.at.replace(/^.*: /, '') }));
  return problems.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
};

const idle = ({ id, exceptions }: Move, states: readonly Catalog[]): readonly Problem[] => {
  const all = states.flatMap(crossings);
  return exceptions.flatMap((exception, index) => {
    const { flow, from, to, subjects } = exception;
    const needed = all.filter((one) => sameWay(one, exception)).flatMap((one) => one.subjects);
    const unused = subjects.filter((country) => !needed.includes(country));
    return unless(unused.length === 0, {
      code: 'EXCEPTION_UNUSED',
      at: `moves.${id}.exceptions[${index}]`,
      value: `${flow} ${from} -> ${to}`,
      reason: `no step of the move takes data of ${unused.join(', ')} across this border`,
      remedy: 'delete the exception, or the countries that do not need it',
    });
  });
};
