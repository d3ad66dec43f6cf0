import { targetCountries } from '@bizflow/region-catalog';
import { describe, expect, it } from 'vitest';
import { facts, policy, profiles } from '../../testing/policies.ts';
import type { Case } from '../corpus/case.ts';
import { corpus } from '../corpus/corpus.ts';
import { evaluateAll } from './evaluate.ts';

describe.each(profiles)('profile %s', (profile) => {
  const webAcl = policy(profile);
  const cases = corpus(facts.edge, targetCountries(facts.catalog), profile);

  it(`answers each of its ${cases.length} cases as the document asks`, () => {
    const wrong = cases.flatMap(({ says, requests, action, rule }: Case) => {
      const verdict = evaluateAll(webAcl, requests).at(-1);
      const isRight = verdict?.action === action && verdict.rule === rule;
      return isRight ? [] : [{ says, got: verdict }];
    });
    expect(wrong).toEqual([]);
  });

  it('reaches every rule', () => {
    const reached = new Set(
      cases.flatMap(({ requests }) =>
        evaluateAll(webAcl, requests).flatMap(({ steps }) => steps.map(({ rule }) => rule)),
      ),
    );
    expect(webAcl.Rules.map(({ Name }) => Name).filter((name) => !reached.has(name))).toEqual([]);
  });
});
