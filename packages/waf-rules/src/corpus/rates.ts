import type { Request } from '../evaluate/request.ts';
import {
  type Asked,
  blocked,
  burst,
  type Case,
  managedLabel,
  passes,
  request,
  type Topic,
} from './case.ts';

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

const bot = { managedLabels: [managedLabel('amazon-ip-list:AWSManagedIPReputationList')] };
const large = { body: 'x'.repeat(20_000) };

/** Two rules that a request breaks at once: the earlier answers. */
const precedence: Topic = ({ edge: { rates }, profile, risky, abroad }) => {
  const tooMany = (kind: (typeof kinds)[number], target: string, about: Partial<Request> = {}) =>
    burst(rates[kind].limit + 1, 5, { target, ...about });
  const most = Math.max(...kinds.map((kind) => rates[kind].limit)) + 100;
  return [
    ...['/login', '/webhooks/x', '/api/x'].map((target) =>
      blocked(
        `${most} of ${target} from a country of high risk`,
        'geo-high-risk',
        burst(most, 9, { target, country: risky }),
      ),
    ),
    ...['/admin/login', '/webhooks/admin', '/api/admin'].map((target) =>
      blocked(
        `${most} of ${target} from abroad`,
        'geo-admin',
        burst(most, 9, { target, country: abroad }),
      ),
    ),
    ...['/webhooks/login', '/api/v1/login'].map((target) =>
      blocked(`${most} of ${target}, a login first`, 'rate-login', burst(most, 9, { target })),
    ),
    blocked('webhooks from a known bot', 'rate-webhook', tooMany('webhook', '/webhooks/x', bot)),
    blocked('a known bot at the admin pages from abroad', 'geo-admin', {
      target: '/admin',
      country: abroad,
      ...bot,
    }),
    blocked('a large body at the admin pages from abroad', 'geo-admin', {
      target: '/admin',
      country: abroad,
      ...large,
    }),
    blocked('large logins', 'rate-login', tooMany('login', '/login', large)),
    blocked('a large login', 'body-oversize', { target: '/login', ...large }),
    blocked('large bodies', 'rate-api', tooMany('api', '/api/x', large)),
    blocked(
      'webhooks that break in',
      'rate-webhook',
      tooMany('webhook', '/webhooks/x', {
        managedLabels: [managedLabel('sql-database:SQLi_Body')],
      }),
    ),
    ...(profile === 'direct'
      ? [
          blocked(
            `${most} admin pages from abroad`,
            'geo-admin',
            burst(most, 9, { target: '/admin', country: abroad }),
          ),
          blocked(`${most} logins`, 'rate-login', burst(most, 9, { target: '/login' })),
          blocked(`${most} webhooks`, 'rate-webhook', burst(most, 9, { target: '/webhooks/x' })),
          blocked('any path of the API host', 'rate-api', tooMany('api', '/v1')),
        ]
      : [
          passes('the files of a page', tooMany('api', '/assets/x.js')),
          blocked('the API by another spelling', 'rate-api', tooMany('api', '/x/..//%61PI/y')),
        ]),
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
