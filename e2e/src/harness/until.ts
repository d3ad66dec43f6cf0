import { setTimeout as pause } from 'node:timers/promises';
import { E2eError } from './e2e-error.ts';

/** Asks again and again until there is an answer; says what was awaited when there is none. */
export async function until<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T | undefined | false>,
  state: () => unknown = () => undefined,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) {
      const seen = state();
      const tail = seen === undefined ? '' : `; last seen: ${JSON.stringify(seen)}`;
      throw new E2eError(`${what}: not within ${seconds} s${tail}`);
    }
    await pause(200);
  }
}
