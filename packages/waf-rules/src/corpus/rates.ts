import type { Request } from '../evaluate/request.ts';
import { type Asked, blocked, burst, type Case, passes, request, type Topic } from './case.ts';
import { precedence } from './precedence.ts';

const targets = {
  login: [
    '/login',
    '/LOGIN',
    '/login/',
    '/api/auth/login',
    '/%6cogin',
    '//login',
    '/x/../v2/Login/mfa',
  ],
  webhook: ['/webhooks/meta', '/WebHooks/x', '/%77ebhooks/x', '//webhooks/x'],
  api: ['/api/v1/messages'],
} as const;
const kinds = ['login', 'webhook', 'api'] as const;

const from = (address: string) => ({ source: { address, country: 'IN' } });

const windows = ({ edge }: Asked, kind: (typeof kinds)[number]): readonly Case[] =>
  targets[kind].flatMap((target) => {
    const { limit, windowSeconds: seconds } = edge.rates[kind];
    const rule = `rate-${kind}`;
    const full = burst(limit, 1, { target });
    const then = (at: number, about: Partial<Request> = {}) => [
      ...full,
      request({ target, at, ...about }),
    ];
    return [
      passes(`${limit} of ${target} in a second`, full),
      blocked(`the next of ${target}`, rule, then(1)),
      blocked(`${target} just within the window`, rule, then(seconds - 0.5)),
      blocked(`${target} by POST too`, rule, then(2, { method: 'POST' })),
      passes(`${target} after the window`, then(seconds + 1)),
      passes(`${target} when the first is out of the window`, then(seconds)),
      passes(`${target} from another address`, then(2, from('203.0.113.8'))),
    ];
  });

const six = (address: string) => request({ target: '/login', at: 2, ...from(address) });
const addresses: Topic = ({ edge: { rates } }) => {
  const [login, webhook] = [rates.login.limit, rates.webhook.limit];
  const full = burst(login, 1, { target: '/login', ...from('2001:db8::1') });
  const same = ['2001:DB8::1', '2001:0db8:0:0:0:0:0:1', '2001:db8:0::1', '2001:db8:0:0::0:1'];
  return [
    ...same.map((text) =>
      blocked(`${text}, the same IPv6 address`, 'rate-login', [...full, six(text)]),
    ),
    ...['2001:db8::2', '2001:db8:1::1', '::1', '203.0.113.7'].map((text) =>
      passes(`${text}, another address`, [...full, six(text)]),
    ),
    blocked(
      'a login that claims a new address each time',
      'rate-login',
      Array.from({ length: login + 1 }, (_, at) =>
        request({ target: '/login', at, headers: { 'X-Forwarded-For': `198.51.100.${at}` } }),
      ),
    ),
    passes(
      'logins as fast as the limit allows',
      Array.from({ length: 4 * login }, (_, i) =>
        request({ target: '/login', at: (i * rates.login.windowSeconds) / login }),
      ),
    ),
    ...['HEAD', 'OPTIONS', 'PUT'].map((method) =>
      blocked(
        `one login too many by ${method}`,
        'rate-login',
        burst(login + 1, 5, { target: '/login', method }),
      ),
    ),
    ...['/logi', '/login/../x', '/xlogin', '/', '/api/log-in', '/?/login', '/admin'].map((target) =>
      passes(`${login + 1} of ${target}`, burst(login + 1, 5, { target })),
    ),
    ...['/webhooks', '/webhooksish', '/x/webhooks/y', '/api/webhooks/', '/'].map((target) =>
      passes(`${webhook + 1} of ${target}`, burst(webhook + 1, 5, { target })),
    ),
  ];
};

export const rates: Topic = (asked) =>
  asked.profile === 'origin'
    ? [
        passes(
          'requests of one CloudFront address',
          burst(asked.edge.rates.api.limit + 1, 9, { target: '/login' }),
        ),
      ]
    : [...kinds.flatMap((kind) => windows(asked, kind)), ...addresses(asked), ...precedence(asked)];
