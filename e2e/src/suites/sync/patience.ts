import type { Api } from '../../harness/api.ts';
import { type Ask, asked } from '../../harness/until.ts';
import { applications } from './applications.ts';

// Argo CD tries again after three minutes at most. A busy machine is slow, and not silent for that long.
const PATIENCE = 480_000;

/**
 * Asks again and again until there is an answer, for as long as Argo CD says something new of any Application:
 * what is slow is waited for, and what hangs is given up.
 */
export function patiently<T>(
  api: Api,
  what: string,
  ask: Ask<T>,
  seen: () => unknown = () => undefined,
): Promise<T> {
  let last = '';
  let since = Date.now();
  return asked(ask, 500, async () => {
    const now = JSON.stringify(await applications(api));
    if (now !== last) since = Date.now();
    last = now;
    return Date.now() - since > PATIENCE
      ? `${what}: no Application has changed for ${PATIENCE / 1000} s; last seen: ${JSON.stringify(seen())}`
      : undefined;
  });
}
