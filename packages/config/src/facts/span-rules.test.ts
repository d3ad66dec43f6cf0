import { expect, it } from 'vitest';
import { allFacts } from './all-facts.ts';
import { spanRules } from './span-rules.ts';

const { adequacy } = allFacts.catalog;
const ending = (until: string | null) =>
  spanRules({ catalog: { adequacy: { 'EEA to GB': { ...adequacy['EEA to GB'], until } } } });

it('finds nothing in the facts, nor where there is no last day', () => {
  expect(spanRules(allFacts)).toEqual([]);
  expect(ending(null)).toEqual([]);
});

it('refuses an act that ends before it begins', () => {
  expect(ending('2021-06-27')).toEqual([
    {
      code: 'FACT_ORDER',
      severity: 'error',
      at: 'catalog.adequacy.EEA to GB.until',
      value: '2021-06-27',
      reason: 'must be after 2021-06-28, the first day',
      remedy: 'correct one of the two days, or write null where there is no last day',
    },
  ]);
});
