import type { Ending } from '../evaluate/action.ts';
import type { Request } from '../evaluate/request.ts';

import { managedPrefix } from '../managed-groups.ts';
import type { EdgePolicy, Profile } from '../policy/edge-policy.ts';

/** Requests in order, and what has to become of the last. */
export interface Case {
  readonly says: string;
  readonly requests: readonly Request[];
  readonly action: Ending;
  readonly rule: string;
}

/** The policy that is asked, and countries of each kind: served, blocked, and neither. */
export interface Asked {
  readonly profile: Profile;
  readonly edge: EdgePolicy;
  readonly markets: readonly string[];
  readonly home: string;
  readonly risky: string;
  readonly abroad: string;
}

export type Topic = (asked: Asked) => readonly Case[];

/** An ordinary request of a browser in India, with what a case is about. */
export const request = (
  about: Partial<Request> & { readonly country?: string | null },
): Request => {
  const { country = 'IN', ...rest } = about;
  return {
    method: 'GET',
    target: '/',
    headers: { Host: 'api.bizflow.app', 'User-Agent': 'Mozilla/5.0', Accept: '*/*' },
    body: '',
    source: { address: '203.0.113.7', country },
    managedLabels: [],
    isJudged: true,
    at: 0,
    ...rest,
  };
};

const last = (says: string, about: readonly Request[], action: Ending, rule: string): Case => ({
  says,
  requests: about,
  action,
  rule,
});

type About = Parameters<typeof request>[0];
const list = (about: About | readonly Request[]): readonly Request[] =>
  'length' in about ? (about as readonly Request[]) : [request(about as About)];

export const blocked = (says: string, rule: string, about: About | readonly Request[]): Case =>
  last(`blocks ${says}`, list(about), 'BLOCK', rule);

export const passes = (says: string, about: About | readonly Request[]): Case =>
  last(`lets ${says} pass`, list(about), 'ALLOW', 'default');

export const asked = (says: string, about: About): Case =>
  last(`asks ${says}`, list(about), 'CAPTCHA', 'captcha');

export const healthy = (says: string, about: About): Case =>
  last(`allows ${says}`, list(about), 'ALLOW', 'health-check');

/** The same request many times, evenly spread over some seconds. */
export const burst = (count: number, seconds: number, about: About): readonly Request[] =>
  Array.from({ length: count }, (_, index) =>
    request({ ...about, at: count > 1 ? (index * seconds) / (count - 1) : 0 }),
  );

/** The labels of AWS's groups that cases carry, by their whole names. */
export const managedLabel = (tail: string): string => `${managedPrefix}${tail}`;
export const anonymous = managedLabel('anonymous-ip-list:AnonymousIPList');
export const page = { Accept: 'text/html,application/xhtml+xml', 'User-Agent': 'Mozilla/5.0' };
