import { type Problem, problem, unless } from '@bizflow/kernel';
import { type Move, stepsOf } from '@bizflow/region-catalog/moves';
import type { Fleet } from '../fleet/fleet.ts';
import { waitsOf } from './stages.ts';

/** No step is taken before all that the former ones wait for has been confirmed, by name and with evidence. */
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
  move.confirmations.flatMap(({ step, wait, by, evidence }, index) => {
    const at = `moves.${move.id}.confirmations[${index}]`;
    const ids = stepsOf(move).includes(step) ? waitsOf(fleet, move, step).map(({ id }) => id) : [];
    return [
      ...unless(ids.includes(wait), {
        code: 'MOVE_CONFIRMATION',
        at: `${at}.wait`,
        value: `${step}: ${wait}`,
        reason: 'is not waited for',
        remedy: `use one of ${ids.join(', ') || 'none: the step waits for nothing'}`,
      }),
      ...[by, evidence].flatMap((text, which) =>
        unless(text.trim() !== '', {
          code: 'MOVE_CONFIRMATION',
          at: `${at}.${which === 0 ? 'by' : 'evidence'}`,
          value: text,
          reason: 'is empty: a confirmation names who has seen it, and where',
          remedy: 'write the name and the ticket',
        }),
      ),
    ];
  });
