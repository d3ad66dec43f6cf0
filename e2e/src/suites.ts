import type { Suite } from './suite.ts';
import { accept } from './suites/accept/accept.ts';
import { autoscaling } from './suites/autoscaling/autoscaling.ts';
import { canary } from './suites/canary/canary.ts';
import { collector } from './suites/collector/collector.ts';
import { gate } from './suites/gate/gate.ts';
import { images } from './suites/images.ts';
import { messages } from './suites/messages/messages.ts';
import { move } from './suites/move/move.ts';
import { order } from './suites/order.ts';
import { plan } from './suites/plan/plan.ts';
import { signing } from './suites/signing/signing.ts';
import { sync } from './suites/sync/sync.ts';
import { waf } from './suites/waf/waf.ts';

/** All suites, in the order in which they run. */
export const suites: readonly Suite[] = [
  accept,
  order,
  plan,
  waf,
  images,
  signing,
  autoscaling,
  canary,
  gate,
  messages,
  collector,
  sync,
  move,
];
