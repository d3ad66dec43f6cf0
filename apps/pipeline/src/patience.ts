import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '@bizflow/kernel';

/** How long something is asked again, and how often. */
export interface Patience {
  readonly seconds: number;
  readonly everySeconds: number;
}

/**
 * Asks until nothing speaks against it any more, or the time is up; then what spoke against it last.
 * `say` hears each new answer, so that a person who watches sees what is waited for.
 */
export async function patiently(
  { seconds, everySeconds }: Patience,
  ask: () => Promise<readonly Problem[]>,
  say: (problems: readonly Problem[]) => void,
): Promise<readonly Problem[]> {
  const end = Date.now() + seconds * 1000;
  let said = '';
  for (;;) {
    const problems = await ask();
    if (problems.length === 0) return [];
    const words = JSON.stringify(problems);
    if (words !== said) say(problems);
    said = words;
    if (Date.now() + everySeconds * 1000 > end) return problems;
    await sleep(everySeconds * 1000);
  }
}
