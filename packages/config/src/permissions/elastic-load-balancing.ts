import type { Call } from './call.ts';

/** Calls of Elastic Load Balancing, with its prefix before their actions. */
export const elb = (rows: readonly Call[]): readonly Call[] =>
  rows.map(([action, on, at]) => [`elasticloadbalancing:${action}`, on, at]);
