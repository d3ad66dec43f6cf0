import { freeze } from '@bizflow/kernel';
import type { EdgePolicy } from '@bizflow/waf-rules';

/** The document's "Rate Limiting": what one address may ask before it is told to come back later. */
export const rateLimits = freeze({
  api: { limit: 1000, windowSeconds: 300, action: 'block' },
  login: { limit: 10, windowSeconds: 60, action: 'block' },
  webhook: { limit: 100, windowSeconds: 60, action: 'block' },
} as const satisfies EdgePolicy['rates']);
