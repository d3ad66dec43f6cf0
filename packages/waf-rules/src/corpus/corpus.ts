import { type CountryCode, countryCodes } from '@bizflow/region-catalog';
import type { EdgePolicy, Profile } from '../policy/edge-policy.ts';
import { bare, captchas } from './captcha.ts';
import type { Case, Topic } from './case.ts';
import { bodies, managed, order } from './contents.ts';
import { countries, spoofed } from './countries.ts';
import { adminPaths, healthPaths } from './paths.ts';
import { rates } from './rates.ts';

const topics: readonly Topic[] = [
  healthPaths,
  adminPaths,
  countries,
  spoofed,
  bodies,
  managed,
  order,
  captchas,
  bare,
  // The long series of requests come last.
  rates,
];

/**
 * Every request that a profile of a policy is asked, and what has to become of it. Rates, groups and
 * countries are the policy's own; its paths must be those of the example policy.
 */
export function corpus(
  edge: EdgePolicy,
  markets: readonly CountryCode[],
  profile: Profile,
): readonly Case[] {
  const [home = '', risky = ''] = [markets[0], edge.highRiskCountries[0]];
  const isElsewhere = (code: CountryCode) =>
    !markets.includes(code) && !edge.highRiskCountries.includes(code);
  const asked = {
    profile,
    edge,
    markets,
    home,
    risky,
    abroad: countryCodes.find(isElsewhere) ?? '',
  };
  return topics
    .flatMap((topic) => topic(asked))
    .filter(({ rule }) => rule !== 'geo-high-risk' || risky !== '');
}
