import { endsItsRegion, type Move, type MoveStep } from '@bizflow/region-catalog/moves';
import type { Waits } from './course-of.ts';

const copied = {
  rows: ['rows-copied'],
  backup: ['rows-copied'],
  nothing: ['empty-agreed'],
  replica: ['replica-follows'],
} as const;

/** The ids of what each step of a move waits for, as far as they say something of a unit or of data (decision 0071). */
export const waitsIn = (move: Move): Waits => {
  const waits: Readonly<Record<MoveStep, readonly string[]>> = {
    'stand-up': ['roots-applied', 'platform-healthy'],
    copy: copied[move.data.by],
    'dual-run': ['answers', 'same-versions'],
    hold: ['page-shown', ...(move.data.by === 'rows' ? ['rows-equal'] : [])],
    'move-people': move.kind === 'standby' ? [] : ['people-answered'],
    drain: [endsItsRegion(move) ? 'no-load-balancers' : 'rows-erased'],
    destroy: ['state-empty'],
    forget: [],
  };
  return (step) => waits[step];
};
