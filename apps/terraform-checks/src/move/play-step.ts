import type { Problem } from '@bizflow/kernel';
import type { PlayedCommand } from './commands.ts';
import { comingBack, leftBehind, lostStores, takenStores } from './harm-rules.ts';
import { everythingIn, storesIn } from './inventory.ts';
import { toldOn, type Waited } from './page.ts';
import { failedCommand, motoCannot, unlike, untold } from './page-rules.ts';
import type { Played } from './played.ts';
import { accountNamed, playedOn } from './played-on.ts';
import { settle } from './settle.ts';
import { newRoots, pageOf, playedRoots, type Theatre } from './theatre.ts';

/** What of the region that people leave holds data. */
export const storesOf = (theatre: Theatre): Promise<readonly string[]> =>
  storesIn(accountNamed(theatre, 'production'), theatre.ends.from);

/**
 * Applies what a step changes, then plays the commands of its page, and what shows that it is done. `before` is what held
 * data before the move: until the region is destroyed, all of it is there.
 */
export async function playStep(
  theatre: Theatre,
  id: string,
  step: string,
  before: readonly string[],
): Promise<Played> {
  console.log(`\n${step}`);
  const { from } = theatre.ends;
  const account = accountNamed(theatre, 'production');
  const { acts, waits } = toldOn(pageOf(theatre, id));
  const unheard = untold(step, newRoots(theatre), acts.flat());
  const settled = await settle(theatre, step);
  const done: PlayedCommand[] = [];
  for (const script of acts.flat()) done.push(await playedOn(theatre, script));
  const problems = done.flatMap((one) => [
    ...failedCommand(step, one),
    ...takenStores(step, one.script, one.taken),
  ]);
  problems.push(...(await shownBy(theatre, step, waits)));
  const now = step === 'destroy' ? await everythingIn(account, from) : await storesOf(theatre);
  const destroyed = new Set(done.flatMap((one) => one.destroyed ?? []));
  return {
    applies: settled.applies + destroyed.size,
    deviations: [...settled.deviations, ...done.flatMap((one) => one.deviations)],
    problems: [
      ...settled.problems,
      ...unheard,
      ...problems,
      ...comingBack(destroyed, playedRoots(theatre)),
      ...(step === 'destroy'
        ? leftBehind(step, from, now.filter(isOfRegion))
        : lostStores(step, before, now)),
    ],
  };
}

/** What a step waits for, and does not show. */
async function shownBy(
  theatre: Theatre,
  step: string,
  waits: readonly Waited[],
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const wait of waits) {
    const why = motoCannot(wait);
    if (why !== undefined) console.log(`   skipped: ${wait.id}: ${why}`);
    if (wait.command === null || why !== undefined) continue;
    problems.push(...unlike(step, wait, await playedOn(theatre, wait.command)));
  }
  return problems;
}

/** The end: no root of the region that went is rendered, nothing of it is left, and all others have nothing to do. */
export async function finished(theatre: Theatre, step: string): Promise<Played> {
  console.log(`\n${step}`);
  const { from, to } = theatre.ends;
  const settled = await settle(theatre, step);
  const rest = playedRoots(theatre).filter(({ root }) => root.endsWith(`/${from}`));
  const isGone = rest.length === 0;
  const left = isGone
    ? [
        ...(await everythingIn(accountNamed(theatre, 'production'), from)),
        ...(await everythingIn(accountNamed(theatre, 'delivery'), from)),
      ]
    : [];
  console.log(
    isGone
      ? `   ${from} has no root, and ${left.length} things are left there; ${to} goes on`
      : `   ${from} stays, with ${rest.length} roots`,
  );
  return { ...settled, problems: [...settled.problems, ...leftBehind(step, from, left)] };
}

// The global root keeps copies of CloudFront's secrets in each region, until the region is forgotten.
const isOfRegion = (one: string): boolean => !/^secret .*\/origin\//.test(one);
