import { expect, it } from 'vitest';
import { unusedPriceRules } from './unused-cost-rules.ts';

it('names prices of a region that is gone', () => {
  expect(unusedPriceRules()).toEqual([]);
  expect(unusedPriceRules(['xx-west-1'], { 'xx-west-1': {}, 'xx-gone-1': {} })).toEqual([
    expect.objectContaining({ code: 'COST_UNUSED', at: "cost.regionalPrices['xx-gone-1']" }),
  ]);
});
