import { type Stage, type Turn, turn } from '../order/play.ts';
import { changesIn, plannedIn } from '../rehearsal/output.ts';
import type { Applied } from '../rehearsal/rehearse.ts';
import type { Session } from '../rehearsal/session.ts';

/**
 * Applies a root, perhaps only targets, and plans it again: after an apply nothing is left to do. What another root
 * still has to make is not there to be compared.
 */
export const applied = (root: string, stage: Stage, targets: readonly string[]): Promise<Turn> =>
  turn(
    root,
    stage,
    () => targets.map((target) => `-target=${target}`),
    targets.length === 0 ? plannedAgain : undefined,
  );

// From the state that the apply has left: the next apply reads what AWS says, and that takes most of the time.
async function plannedAgain(
  { call, shown, note, deviations }: Session,
  { created }: Applied,
): Promise<void> {
  const second = await call('plan', '-json', '-input=false', '-refresh=false', '-out=second');
  note('refresh', second.text);
  if (!plannedIn(second.text).some((address) => created.includes(address))) return;
  for (const { address, type, message, actions } of changesIn(await shown('second')))
    if (created.includes(address))
      deviations.push({ step: 'change', type, address, message: `${actions} ${message}` });
}
