import { catalog } from '@bizflow/region-catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globalRegion } from '../foundation/global-layer.ts';
import { type PriceName, priceList } from './price-list.ts';
import { costRows } from './prices.ts';
import { priceIn, regionalPrices } from './regional-prices.ts';

const names = Object.keys(priceList) as PriceName[];
const regions = [...Object.keys(catalog), globalRegion, 'xx-west-1'];
const anyName = fc.constantFrom(...names);

describe('the price list', () => {
  it.each(Object.entries(priceList))('says of %s where it was read, and when', (_, price) => {
    expect(price.usd).toBeGreaterThanOrEqual(0);
    expect(price.source).not.toBe('');
    expect(price.read).toMatch(/^2026-\d\d-\d\d$/);
    expect(costRows).toContain(price.row);
  });
});

describe('a price in a region', () => {
  it('is the one that was read there, where there is one', () => {
    for (const [region, known] of Object.entries(regionalPrices)) {
      for (const [name, usd] of Object.entries(known)) {
        const { per } = priceList[name as PriceName];
        expect(priceIn(name as PriceName, region)).toEqual({
          monthlyUsd: usd * (per === 'hour' ? 730 : 1),
          derived: false,
        });
      }
    }
  });

  it('is otherwise never below that of us-east-1, and says that it is derived', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom(...regions), (name, region) => {
        const { monthlyUsd, derived } = priceIn(name, region);
        const home = priceIn(name, globalRegion);
        expect(home.derived).toBe(false);
        if (derived) expect(monthlyUsd).toBeGreaterThanOrEqual(home.monthlyUsd);
        if (!priceList[name].varies) expect(monthlyUsd).toBe(home.monthlyUsd);
      }),
    );
  });

  it('is the dearest of all regions where nothing was read', () => {
    for (const region of Object.keys(regionalPrices)) {
      const known = priceIn('db.r6g vCPU', region).monthlyUsd;
      expect(priceIn('db.r6g vCPU', 'xx-west-1').monthlyUsd).toBeGreaterThanOrEqual(known);
    }
  });
});
