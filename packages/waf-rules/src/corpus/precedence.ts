import type { Request } from '../evaluate/request.ts';
import { blocked, burst, managedLabel, passes, type Topic } from './case.ts';

const bot = { managedLabels: [managedLabel('amazon-ip-list:AWSManagedIPReputationList')] };
const breakIn = { managedLabels: [managedLabel('sql-database:SQLi_Body')] };
const large = { body: 'x'.repeat(20_000) };

const burstsOver = ({ rates }: Parameters<Topic>[0]['edge']) => {
  const most = Math.max(...Object.values(rates).map(({ limit }) => limit)) + 100;
  return {
    most,
    tooMany: (kind: keyof typeof rates, target: string, about: Partial<Request> = {}) =>
      burst(rates[kind].limit + 1, 5, { target, ...about }),
    flood: (target: string, country?: string) =>
      burst(most, 9, { target, ...(country !== undefined && { country }) }),
  };
};

/** Two rules that a request breaks at once: the earlier answers. */
export const precedence: Topic = ({ edge, profile, risky, abroad }) => {
  const { tooMany, most, flood } = burstsOver(edge);
  const fromAbroad = { target: '/admin', country: abroad };
  return [
    ...['/login', '/webhooks/x', '/api/x'].map((target) =>
      blocked(
        `${most} of ${target} from a country of high risk`,
        'geo-high-risk',
        flood(target, risky),
      ),
    ),
    ...['/admin/login', '/webhooks/admin', '/api/admin'].map((target) =>
      blocked(`${most} of ${target} from abroad`, 'geo-admin', flood(target, abroad)),
    ),
    ...['/webhooks/login', '/api/v1/login'].map((target) =>
      blocked(`${most} of ${target}, a login first`, 'rate-login', flood(target)),
    ),
    blocked('webhooks from a known bot', 'rate-webhook', tooMany('webhook', '/webhooks/x', bot)),
    blocked('a known bot at the admin pages from abroad', 'geo-admin', { ...fromAbroad, ...bot }),
    blocked('a large body at the admin pages from abroad', 'geo-admin', {
      ...fromAbroad,
      ...large,
    }),
    blocked('large logins', 'rate-login', tooMany('login', '/login', large)),
    blocked('a large login', 'body-oversize', { target: '/login', ...large }),
    blocked('large bodies', 'rate-api', tooMany('api', '/api/x', large)),
    blocked('webhooks that break in', 'rate-webhook', tooMany('webhook', '/webhooks/x', breakIn)),
    ...(profile === 'direct'
      ? [
          blocked(`${most} admin pages from abroad`, 'geo-admin', flood('/admin', abroad)),
          blocked(`${most} logins`, 'rate-login', flood('/login')),
          blocked(`${most} webhooks`, 'rate-webhook', flood('/webhooks/x')),
          blocked('any path of the API host', 'rate-api', tooMany('api', '/v1')),
        ]
      : [
          passes('the files of a page', tooMany('api', '/assets/x.js')),
          blocked('the API by another spelling', 'rate-api', tooMany('api', '/x/..//%61PI/y')),
        ]),
  ];
};
