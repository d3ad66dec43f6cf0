import type { Statement } from '../statement.ts';
import { actions, type Draft } from './draft.ts';
import type { PolicyInput, RateLimit } from './edge-policy.ts';
import { hasLabel, pathLabel } from './statements.ts';

/**
 * The rules of the rate limits, the narrow limits first: of two exceeded limits the narrower one is reported.
 * Before a load balancer of the API the API's limit counts every request, so that no path escapes
 * it; before CloudFront, whose pages load many files, only the API's own paths.
 */
export const rateRules = ({ edge, profile }: PolicyInput): readonly Draft[] => [
  limited('login', edge.rates.login, hasLabel(pathLabel('login'))),
  limited('webhook', edge.rates.webhook, hasLabel(pathLabel('webhook'))),
  limited('api', edge.rates.api, profile === 'direct' ? null : hasLabel(pathLabel('api'))),
];

const limited = (
  kind: string,
  { limit, windowSeconds, action }: RateLimit,
  scope: Statement | null,
): Draft => ({
  name: `rate-${kind}`,
  why: `At most ${limit} requests in ${windowSeconds} s from one address; more get 429 (Too Many Requests).`,
  sees: 'address',
  statement: {
    RateBasedStatement: {
      AggregateKeyType: 'IP',
      // The server's default is 300, and ACK loops on a window that is not written out.
      EvaluationWindowSec: windowSeconds,
      Limit: limit,
      ...(scope && { ScopeDownStatement: scope }),
    },
  },
  outcome: { Action: action === 'block' ? actions.tooMany : actions.count },
});
