import { isConfirmed, type Wait } from '@bizflow/config/moves';
import { type Problem, problem } from '@bizflow/kernel';
import type { Confirmation, Move } from '@bizflow/region-catalog/moves';
import { refuse } from '../error.ts';
import { listed } from '../listed.ts';

/** What a person says of the waits of a step. */
export interface Said {
  readonly confirm?: string;
  readonly by?: string;
  readonly evidence?: string;
}

/**
 * The confirmations that a person adds to those of a move. Throws a {@link GeneratorError} that names what is not
 * waited for, what another team has to confirm, and what is still open where nothing is named.
 */
export const confirmed = (
  move: Move,
  waits: readonly Wait[],
  said: Said,
): readonly Confirmation[] => {
  const { confirm, by = '', evidence = '' } = said;
  const ids = listed(confirm);
  const open = waits.filter(({ id }) => !isConfirmed(move, move.step, id));
  const problems = [
    ...(confirm !== undefined && ids.length === 0 && open.length > 0
      ? [nothingNamed(move, open)]
      : []),
    ...ids.flatMap((id) => wrongWait(id, by, move, waits)),
    ...(ids.length > 0 && evidence.trim() === '' ? [noEvidence] : []),
  ];
  refuse(problems);
  return open
    .filter(({ id }) => ids.includes(id))
    .map((wait) => ({ step: move.step, wait: wait.id, by: wait.by, evidence }));
};

const nothingNamed = ({ step }: Move, open: readonly Wait[]): Problem =>
  problem({
    code: 'MOVE_CONFIRMATION',
    at: '--confirm',
    value: '',
    reason: `names nothing, and ${step} still waits for ${open.map(({ id, by }) => `${id} (${by})`).join(', ')}`,
    remedy: `name what was seen, as in --confirm=${open[0]?.id} --by=${open[0]?.by} --evidence=..., or leave --confirm out to list what each is`,
  });

const wrongWait = (
  id: string,
  by: string,
  { step }: Move,
  waits: readonly Wait[],
): readonly Problem[] => {
  const wait = waits.find((one) => one.id === id);
  if (wait === undefined)
    return [
      problem({
        code: 'MOVE_CONFIRMATION',
        at: '--confirm',
        value: id,
        reason: `is not what ${step} waits for`,
        remedy: `use ${waits.map((one) => one.id).join(', ')}`,
      }),
    ];
  if (by === wait.by) return [];
  const theirs = waits.filter((one) => one.by === wait.by).map((one) => one.id);
  return [
    problem({
      code: 'MOVE_CONFIRMER',
      at: '--by',
      value: by,
      reason: `${by === '' ? 'is missing: say who confirms' : 'may not confirm'} ${id}: ${wait.by} does`,
      remedy: `ask them, then confirm separately: --confirm=${theirs.join(',')} --by=${wait.by}`,
    }),
  ];
};

const noEvidence = problem({
  code: 'MOVE_CONFIRMATION',
  at: '--evidence',
  value: '',
  reason: 'is missing: a confirmation says where it was seen, and by whom',
  remedy: 'add --evidence=...',
});
