import { type Problem, unless } from '@bizflow/kernel';
import { type ResidencyException, writtenExceptions } from '../exceptions.ts';
import { crossings } from '../flows.ts';
import { catalogRules } from '../rules/catalog-rules.ts';
import type { Catalog } from '../sheet-of.ts';
import type { Sheets } from '../sheets.ts';
import { allowed } from './allowed.ts';
import type { Move, MoveStep } from './move.ts';
import { followerRules, rowRules } from './people-rules.ts';
import { settled, stateAt } from './state-at.ts';
import { stepsOf } from './steps.ts';

/**
 * What is wrong with the moves themselves, and what would be wrong at a step that is still to come: a move that
 * cannot be brought to its end does not begin. Never throws.
 */
export const moveRules = (
  sheets: Sheets,
  moves: readonly Move[],
  written: readonly ResidencyException[] = writtenExceptions,
): readonly Problem[] => {
  const own = moves.flatMap((move) => [
    ...shape(move, sheets),
    ...rowRules(move, sheets),
    ...apart(move, moves),
  ]);
  if (own.length > 0) return own;
  return moves.flatMap((move) => [
    ...followerRules(move, sheets),
    ...ahead(sheets, move, moves, written),
  ]);
};

const shape = (move: Move, sheets: Sheets): readonly Problem[] => {
  const { id, kind, from, to, people, step } = move;
  const at = `moves.${id}`;
  const isKnown = (region: string | null) => region !== null && Object.hasOwn(sheets, region);
  const serves = isKnown(from) ? sheets[from].serves : [];
  return [
    ...[['from', from] as const, ...(kind === 'retire' ? [] : [['to', to] as const])].flatMap(
      ([field, region]) =>
        unless(isKnown(region) && (field === 'from' || region !== from), {
          code: 'MOVE_REGION',
          at: `${at}.${field}`,
          value: region,
          reason:
            region === from ? 'is the region that they leave' : 'is not a region of the catalog',
          remedy: `name one of ${Object.keys(sheets).join(', ')}`,
        }),
    ),
    ...unless(
      people.every((country) => serves.includes(country)) &&
        (kind !== 'replace' || people.length === serves.length) &&
        (kind === 'standby' || kind === 'retire') === (people.length === 0),
      {
        code: 'MOVE_PEOPLE',
        at: `${at}.people`,
        value: people.join(', ') || 'none',
        reason: `must be ${peopleOf[kind]} of ${from}: ${serves.join(', ') || 'it serves none'}`,
        remedy: 'name those whose place changes',
      },
    ),
    ...unless(stepsOf(move).includes(step), {
      code: 'MOVE_STEP',
      at: `${at}.step`,
      value: step,
      reason: `must be a step of a move of the kind ${kind}`,
      remedy: `use one of ${stepsOf(move).join(', ')}`,
    }),
  ];
};

const peopleOf = {
  replace: 'all people',
  evacuate: 'people',
  'second-region': 'people',
  standby: 'none',
  retire: 'none',
} as const;

// Two moves of one region would each say what becomes of it.
const apart = (move: Move, moves: readonly Move[]): readonly Problem[] => {
  const own = [move.from, move.to];
  const other = moves.find(
    (one) => one !== move && [one.from, one.to].some((id) => id !== null && own.includes(id)),
  );
  return unless(other === undefined || moves.indexOf(other) > moves.indexOf(move), {
    code: 'MOVE_TWICE',
    at: `moves.${move.id}`,
    value: own.join(' to '),
    reason: `concerns a region that ${other?.id} moves already`,
    remedy: 'bring that one to its end first',
  });
};

/** What the rules of the catalog say of each step that a move has not reached, beside what they say already. */
const ahead = (
  sheets: Sheets,
  move: Move,
  moves: readonly Move[],
  written: readonly ResidencyException[],
): readonly Problem[] => {
  const others = moves.filter((one) => one !== move);
  const start = others.reduce((all, one) => stateAt(all, one, one.step), settled(sheets));
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
  return exceptions.flatMap(({ flow, from, to, subjects }, index) => {
    const needed = all
      .filter((one) => one.flow === flow && one.from === from && one.to === to)
      .flatMap((one) => one.subjects);
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
