import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '@bizflow/kernel';

/** How long a condition is polled, and how often. */
export interface Polling {
  readonly seconds: number;
  readonly everySeconds: number;
}

/**
 * Asks until there are no problems, or the time is up; then returns the last problems.
 * `say` gets each new answer, so that the log shows what is waited for.
 */
export async function poll(
  { seconds, everySeconds }: Polling,
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
