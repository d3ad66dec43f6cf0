import { freeze } from '@bizflow/kernel';
import type { EdgePolicy } from '@bizflow/waf-rules';

/** The document's "Rate Limiting": how many requests one address may send before it gets 429. */
export const rateLimits = freeze({
  api: { limit: 1000, windowSeconds: 300, action: 'block' },
  login: { limit: 10, windowSeconds: 60, action: 'block' },
  webhook: { limit: 100, windowSeconds: 60, action: 'block' },
} as const satisfies EdgePolicy['rates']);
