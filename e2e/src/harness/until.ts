import { setTimeout as pause } from 'node:timers/promises';
import { E2eError } from './e2e-error.ts';

/** A question that may have no answer yet. */
export type Ask<T> = () => Promise<T | undefined | false>;

/** Asks again and again until there is an answer, or until `late` says why none is awaited any more. */
export async function asked<T>(
  ask: Ask<T>,
  milliseconds: number,
  late: () => string | undefined | Promise<string | undefined>,
): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    const reason = await late();
    if (reason !== undefined) throw new E2eError(reason);
    await pause(milliseconds);
  }
}

/** Asks again and again until there is an answer; says what was awaited when there is none. */
export function until<T>(
  what: string,
  seconds: number,
  ask: Ask<T>,
  state: () => unknown = () => undefined,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  return asked(ask, 200, () => {
    if (Date.now() <= end) return undefined;
    const seen = state();
    const tail = seen === undefined ? '' : `; last seen: ${JSON.stringify(seen)}`;
    return `${what}: not within ${seconds} s${tail}`;
  });
}
