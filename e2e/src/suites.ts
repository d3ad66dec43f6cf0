import type { Suite } from './suite.ts';
import { accept } from './suites/accept/accept.ts';
import { order } from './suites/order.ts';
import { waf } from './suites/waf/waf.ts';

/** All suites, in the order in which they run. */
export const suites: readonly Suite[] = [accept, order, waf];
