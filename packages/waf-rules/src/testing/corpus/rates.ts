import type { Request } from '../../evaluate/request.ts';
import { blocked, burst, type Case, managedLabel, passes, request, type Topic } from './case.ts';

interface Limit {
  readonly rule: string;
  readonly limit: number;
  readonly seconds: number;
  readonly targets: readonly string[];
}

// The document's numbers: login 10 a minute, webhook 100 a minute, API 1000 in five minutes.
const limits: readonly Limit[] = [
  {
    rule: 'rate-login',
    limit: 10,
    seconds: 60,
    targets: ['/login', '/LOGIN', '/%6cogin', '//login', '/x/../login/mfa'],
  },
  {
    rule: 'rate-webhook',
    limit: 100,
    seconds: 60,
    targets: ['/webhooks/meta', '/WebHooks/x', '/%77ebhooks/x', '//webhooks/x'],
  },
  { rule: 'rate-api', limit: 1000, seconds: 300, targets: ['/api/v1/messages'] },
];

const from = (address: string) => ({ source: { address, country: 'IN' } });

const windows = ({ rule, limit, seconds, targets }: Limit): readonly Case[] =>
  targets.flatMap((target) => {
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
const addresses = (): readonly Case[] => {
  const full = burst(10, 1, { target: '/login', ...from('2001:db8::1') });
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
      Array.from({ length: 11 }, (_, at) =>
        request({ target: '/login', at, headers: { 'X-Forwarded-For': `198.51.100.${at}` } }),
      ),
    ),
    passes(
      'logins at one in ten seconds',
      Array.from({ length: 40 }, (_, i) => request({ target: '/login', at: 10 * i })),
    ),
    ...['HEAD', 'OPTIONS', 'PUT'].map((method) =>
      blocked(
        `eleven logins by ${method}`,
        'rate-login',
        burst(11, 5, { target: '/login', method }),
      ),
    ),
    ...['/logi', '/x/login', '/', '/api/login', '/webhooks/login', '/admin'].map((target) =>
      passes(`eleven of ${target}`, burst(11, 5, { target })),
    ),
    ...['/webhooks', '/webhooksish', '/x/webhooks/y', '/api/webhooks/', '/'].map((target) =>
      passes(`101 of ${target}`, burst(101, 5, { target })),
    ),
  ];
};

/** Two rules that a request breaks at once: the earlier answers. */
const precedence: Topic = (profile) => [
  ...['/login', '/webhooks/x', '/api/x'].map((target) =>
    blocked(
      `1001 of ${target} from Iran`,
      'geo-high-risk',
      burst(1001, 9, { target, country: 'IR' }),
    ),
  ),
  blocked(
    '101 webhooks from a known bot',
    'rate-webhook',
    burst(101, 5, {
      target: '/webhooks/x',
      managedLabels: [managedLabel('amazon-ip-list:AWSManagedIPReputationList')],
    }),
  ),
  blocked('a known bot at the admin pages from abroad', 'geo-admin', {
    target: '/admin',
    country: 'US',
    managedLabels: [managedLabel('amazon-ip-list:AWSManagedIPReputationList')],
  }),
  blocked('a large body at the admin pages from abroad', 'geo-admin', {
    target: '/admin',
    country: 'US',
    body: 'x'.repeat(20_000),
  }),
  blocked(
    'eleven logins from North Korea',
    'geo-high-risk',
    burst(11, 5, { target: '/login', country: 'KP' }),
  ),
  blocked(
    'eleven large logins',
    'rate-login',
    burst(11, 5, { target: '/login', body: 'x'.repeat(20_000) }),
  ),
  blocked('a large login', 'body-oversize', { target: '/login', body: 'x'.repeat(20_000) }),
  blocked(
    '1001 large bodies',
    'rate-api',
    burst(1001, 9, { target: '/api/x', body: 'x'.repeat(16_400) }),
  ),
  blocked(
    '101 webhooks that break in',
    'rate-webhook',
    burst(101, 5, {
      target: '/webhooks/x',
      managedLabels: [managedLabel('sql-database:SQLi_Body')],
    }),
  ),
  ...(profile === 'direct'
    ? [
        blocked(
          '2000 admin pages from abroad',
          'geo-admin',
          burst(2000, 9, { target: '/admin', country: 'US' }),
        ),
        blocked('1100 logins', 'rate-login', burst(1100, 9, { target: '/login' })),
        blocked('1100 webhooks', 'rate-webhook', burst(1100, 9, { target: '/webhooks/x' })),
        blocked('1001 of any path of the API host', 'rate-api', burst(1001, 9, { target: '/v1' })),
      ]
    : [
        passes('1001 files of a page', burst(1001, 9, { target: '/assets/x.js' })),
        blocked(
          '1001 of the API by another spelling',
          'rate-api',
          burst(1001, 9, { target: '/x/..//%61PI/y' }),
        ),
      ]),
];

export const rates: Topic = (profile) =>
  profile === 'origin'
    ? [passes('1001 requests of one CloudFront address', burst(1001, 9, { target: '/login' }))]
    : [...limits.flatMap(windows), ...addresses(), ...precedence(profile)];
