import { setTimeout as pause } from 'node:timers/promises';
import type { Api } from '../../harness/api.ts';
import { E2eError } from '../../harness/e2e-error.ts';
import { applications } from './applications.ts';

// Argo CD tries again after three minutes at most. A busy machine is slow, and not silent for that long.
const PATIENCE = 480_000;

/**
 * Asks again and again until there is an answer, for as long as Argo CD says something new of any Application:
 * what is slow is waited for, and what hangs is given up.
 */
export async function patiently<T>(
  api: Api,
  what: string,
  ask: () => Promise<T | undefined | false>,
  seen: () => unknown = () => undefined,
): Promise<T> {
  let last = '';
  let since = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    const now = JSON.stringify(await applications(api));
    if (now !== last) since = Date.now();
    last = now;
    if (Date.now() - since > PATIENCE) {
      throw new E2eError(
        `${what}: no Application has changed for ${PATIENCE / 1000} s; last seen: ${JSON.stringify(seen())}`,
      );
    }
    await pause(500);
  }
}
