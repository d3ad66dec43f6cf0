import { expect, it } from 'vitest';
import { allFacts } from './all-facts.ts';
import { emptyRules } from './empty-rules.ts';

const said = (facts: Readonly<Record<string, unknown>>) =>
  emptyRules(facts).map(({ code, at }) => `${code} ${at}`);

it('finds nothing in the facts as they are', () => {
  expect(said(allFacts)).toEqual([]);
});

it('refuses a freeze of nothing, and an edge that logs every header', () => {
  const { release, edge } = allFacts;
  const [freeze] = release.freezes;
  expect(said({ release: { freezes: [{ ...freeze, environments: [] }] } })).toEqual([
    'FACT_EMPTY release.freezes[0].environments',
  ]);
  expect(said({ edge: { edge: { ...edge.edge, redactedHeaders: [] } } })).toEqual([
    'FACT_EMPTY edge.edge.redactedHeaders',
  ]);
});

it('lets a list be empty that needs no member', () => {
  expect(said({ release: { freezes: [] }, platform: { controllers: [{ after: [] }] } })).toEqual(
    [],
  );
});
