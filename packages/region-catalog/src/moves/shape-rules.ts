import { type Problem, unless } from '@bizflow/kernel';
import type { Sheets } from '../sheets.ts';
import type { Move } from './move.ts';
import { stepsOf } from './steps.ts';

/** What is wrong with a move whatever the laws say: its regions, its people, its step. */
export const shapeRules = (move: Move, sheets: Sheets): readonly Problem[] => {
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
            region === from ? 'is the region that people leave' : 'is not a region of the catalog',
          remedy: `name one of ${Object.keys(sheets)
            .filter((id) => field === 'from' || id !== from)
            .join(', ')}`,
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

/** Two moves of one region would each say what becomes of it. */
export const apartRules = (move: Move, moves: readonly Move[]): readonly Problem[] => {
  const own = [move.from, move.to];
  const other = moves.find(
    (one) => one !== move && [one.from, one.to].some((id) => id !== null && own.includes(id)),
  );
  return unless(other === undefined || moves.indexOf(other) > moves.indexOf(move), {
    code: 'MOVE_TWICE',
    at: `moves.${move.id}`,
    value: own.filter((id) => id !== null).join(' to '),
    reason: `concerns a region that ${other?.id} moves already`,
    remedy: 'finish that move first',
  });
};
