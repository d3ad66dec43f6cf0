import { describe, expect, it } from 'vitest';
import { type CountryCode, countryCodes } from './countries.ts';
import { countryName, lawsOf } from './people.ts';
import { regulations } from './regulations.ts';

describe('lawsOf', () => {
  it('finds a law for a country exactly when the law protects it', () => {
    for (const [code, { protects }] of Object.entries(regulations)) {
      const found = countryCodes.filter((country) =>
        (lawsOf(country) as readonly string[]).includes(code),
      );
      expect(found).toEqual([...protects].sort());
    }
  });

  it('refuses text that is not a country, because "no law" would be a dangerous answer', () => {
    for (const text of ['UK', 'gb', '', 'constructor']) {
      expect(() => lawsOf(text as CountryCode)).toThrow(RangeError);
    }
  });
});

describe('countryName', () => {
  it('has an English name for every country, each its own', () => {
    const names = countryCodes.map(countryName);
    expect(new Set(names).size).toBe(countryCodes.length);
    expect(names.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([]);
  });

  it('refuses text that is not a country', () => {
    expect(() => countryName('UK' as CountryCode)).toThrow(RangeError);
  });
});
