import { type Problem, problem, unless } from '@bizflow/kernel';
import { type Confirmation, type Move, stepsOf } from '@bizflow/region-catalog/moves';
import type { Fleet } from '../fleet/fleet.ts';
import type { Wait } from './stage.ts';
import { waitsOf } from './stages.ts';

/** No step is taken before all that the former ones wait for has been confirmed, by the team that has it to say and with evidence. */
export const confirmationRules = (fleet: Fleet): readonly Problem[] =>
  fleet.moves.flatMap((move) => [...missing(move, fleet), ...unknown(move, fleet)]);

const missing = (move: Move, fleet: Fleet): readonly Problem[] => {
  const steps = stepsOf(move);
  return steps.slice(0, steps.indexOf(move.step)).flatMap((step) =>
    waitsOf(fleet, move, step)
      .filter(({ id }) => !isConfirmed(move, step, id))
      .map(({ id, what, by }) =>
        problem({
          code: 'MOVE_UNCONFIRMED',
          at: `moves.${move.id}.confirmations`,
          value: `${step}: ${id}`,
          reason: `must be confirmed by ${by} before the step after ${step}: ${what}`,
          remedy: `write the step ${step} again, then npx nx generate @bizflow/generator:next-step ${move.id}`,
        }),
      ),
  );
};

/** Whether a wait of a step has been confirmed. */
export const isConfirmed = ({ confirmations }: Move, step: string, id: string): boolean =>
  confirmations.some((one) => one.step === step && one.wait === id);

const unknown = (move: Move, fleet: Fleet): readonly Problem[] =>
  move.confirmations.flatMap((one, index) => [
    ...confirmerRules(
      `moves.${move.id}.confirmations[${index}]`,
      one,
      stepsOf(move).includes(one.step) ? waitsOf(fleet, move, one.step) : [],
    ),
    ...unless(one.evidence.trim() !== '', {
      code: 'MOVE_CONFIRMATION',
      at: `moves.${move.id}.confirmations[${index}].evidence`,
      value: one.evidence,
      reason: 'is empty: a confirmation says where it was seen, and by whom',
      remedy: 'write the ticket',
    }),
  ]);

// The team that the wait names has looked; a team that applies a root does not say that a border may be crossed.
const confirmerRules = (
  at: string,
  { step, wait, by }: Pick<Confirmation, 'step' | 'wait'> & { readonly by: string },
  waits: readonly Wait[],
): readonly Problem[] => {
  const found = waits.find(({ id }) => id === wait);
  if (found !== undefined)
    return unless(by === found.by, {
      code: 'MOVE_CONFIRMER',
      at: `${at}.by`,
      value: by,
      reason: `may not confirm ${wait}: ${found.by} does`,
      remedy: `ask them, then write ${found.by} here`,
    });
  return [
    problem({
      code: 'MOVE_CONFIRMATION',
      at: `${at}.wait`,
      value: `${step}: ${wait}`,
      reason: 'is not waited for',
      remedy: `use one of ${waits.map(({ id }) => id).join(', ') || 'none: the step waits for nothing'}`,
    }),
  ];
};
