import { targetCountries } from '@bizflow/region-catalog';
import { describe, expect, it } from 'vitest';
import { mutants } from '../../testing/mutants/mutants.ts';
import { facts, policy, profiles } from '../../testing/policies.ts';
import type { Case } from '../corpus/case.ts';
import { corpus } from '../corpus/corpus.ts';
import type { WebAcl } from '../web-acl.ts';
import { evaluateAll } from './evaluate.ts';

const isWrong = (webAcl: WebAcl, { requests, action, rule }: Case): boolean => {
  const verdict = evaluateAll(webAcl, requests).at(-1);
  return verdict?.action !== action || verdict.rule !== rule;
};

/** Neighbours are often caught by the same case, so the last one that caught is tried first. */
const catches = (cases: Case[], webAcl: WebAcl): boolean => {
  const at = cases.findIndex((one) => isWrong(webAcl, one));
  if (at > 0) cases.unshift(...cases.splice(at, 1));
  return at >= 0;
};

/** A policy that differs in one country is tried with that country's requests first. */
const ofCountry = (cases: readonly Case[], what: string): Case[] => {
  const [, code] = /with(?:out)? ([A-Z]{2})$/.exec(what) ?? [];
  return cases.filter(({ requests }) => code !== undefined && requests[0]?.source.country === code);
};

describe.each(profiles)('profile %s', (profile) => {
  // Single requests before long series: they are many times cheaper and catch most.
  const cases = corpus(facts.edge, targetCountries(facts.catalog), profile);
  const single = cases.filter(({ requests }) => requests.length === 1);
  const series = cases.filter(({ requests }) => requests.length > 1);
  const all = mutants(policy(profile));

  it(`has a case against each of ${all.length} mutants`, () => {
    const survivors = all.filter(
      ({ what, webAcl }) =>
        !catches(ofCountry(single, what), webAcl) &&
        !catches(single, webAcl) &&
        !catches(series, webAcl),
    );
    expect(survivors.map(({ what }) => what)).toEqual([]);
  });
});
