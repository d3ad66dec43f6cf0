import type { PlainRule } from '../web-acl.ts';

/** What WAF does with a request in the end. */
export type Ending = 'ALLOW' | 'BLOCK' | 'CAPTCHA';

/** What a rule does: it ends the request's way, or only counts it. */
export type Action = Ending | 'COUNT';

/** What a plain rule does, in one word. */
export const named = (action: PlainRule['Action']): Action => ending(action) ?? 'COUNT';

/** How a plain rule ends a request's way; `null` where it only counts. */
export const ending = (action: PlainRule['Action']): Ending | null => {
  if ('Allow' in action) return 'ALLOW';
  if ('Block' in action) return 'BLOCK';
  return 'Captcha' in action ? 'CAPTCHA' : null;
};
