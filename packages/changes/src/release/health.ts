import { rule } from '../effect.ts';
import { byAttribute, byField } from '../effects-of.ts';

const probed = byField(
  /./,
  /\/(?:liveness|readiness|startup)Probe(?:\/|$)/,
  'has its pods asked for their health otherwise',
);
const balanced = byField(
  /^(?:Ingress|Service)$/,
  /^\/metadata\/annotations\/alb\.ingress\.kubernetes\.io~1(?:healthcheck-|success-codes|(?:un)?healthy-)/,
  'has its load balancer ask for health otherwise',
);
const checked = byAttribute(
  /^aws_(?:lb_target_group|route53_health_check)$/,
  /./,
  'asks for health otherwise',
);

/** Who is asked whether it is well, where, how often, and what counts as well. */
export const health = rule('release/health', (change) => [
  ...probed(change),
  ...balanced(change),
  ...checked(change),
]);
