import { called } from '../calls/provider-log.ts';
import { opened, type Stage, type Turn } from '../order/play.ts';
import { changesIn, plannedIn } from '../rehearsal/output.ts';
import { apply, type Session } from '../rehearsal/rehearse.ts';

/**
 * Applies a root, perhaps only targets, and plans it again: after an apply nothing is left to do. What another root
 * still has to make is not there to be compared.
 */
export async function applied(
  root: string,
  stage: Stage,
  targets: readonly string[] = [],
): Promise<Turn> {
  const started = performance.now();
  const { own, cwd } = await opened(root, stage);
  const one = await apply(
    own,
    targets.map((target) => `-target=${target}`),
  );
  if (targets.length === 0) await plannedAgain(own, one.created);
  return {
    root,
    ...one,
    deviations: own.deviations,
    called: called(cwd, root),
    seconds: (performance.now() - started) / 1000,
  };
}

// From the state that the apply has left: the next apply reads what AWS says, and that takes most of the time.
async function plannedAgain(
  { call, shown, note, deviations }: Session,
  created: readonly string[],
): Promise<void> {
  const second = await call('plan', '-json', '-input=false', '-refresh=false', '-out=second');
  note('refresh', second.text);
  if (!plannedIn(second.text).some((address) => created.includes(address))) return;
  for (const { address, type, message, actions } of changesIn(await shown('second')))
    if (created.includes(address))
      deviations.push({ step: 'change', type, address, message: `${actions} ${message}` });
}
