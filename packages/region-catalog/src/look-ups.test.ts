import { describe, expect, expectTypeOf, it } from 'vitest';
import { catalog } from './catalog.ts';
import { type CountryCode, countryCodes, euMembers, isCountryCode } from './countries.ts';
import { defaultPlacement, regionForCountry, regionsUnder, subnets } from './look-ups.ts';
import { readingOf } from './readings.ts';
import type { Region } from './region.ts';
import { regionIds } from './region-ids.ts';
import { type RegulationCode, regulations } from './regulations.ts';

const sheets: readonly Region[] = Object.values(catalog);

const europe = sheets.find(({ dns }) => dns.locations.includes('EU'));

/** Whether the law of a country allows it to follow its continent. */
const follows = (country: CountryCode): boolean => {
  const reading = europe && readingOf(country, europe.country);
  return reading !== undefined && reading !== 'forbidden';
};

/** The region that answers countries without a region: Route 53's default location. */
const elsewhere = sheets.find(({ dns }) => dns.locations.includes('*'))?.id;

describe('the countries', () => {
  it('are the 249 of ISO 3166-1, each once and in order', () => {
    expect(countryCodes).toHaveLength(249);
    expect([...new Set(countryCodes)].sort()).toEqual(countryCodes);
  });

  it('are known to the platform, each by its own name', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(countryCodes.filter((code) => names.of(code) === undefined)).toEqual([]);
    expect(new Set(countryCodes.map((code) => names.of(code))).size).toBe(249);
  });

  it('do not include what only looks like one', () => {
    expect(['UK', 'EU', 'gb', '', 'GBR', 'XK', 'toString'].filter(isCountryCode)).toEqual([]);
  });

  it('count 27 members of the European Union, without the United Kingdom', () => {
    expect(new Set(euMembers).size).toBe(27);
    expect(euMembers).toContain('CY');
    expect(['GB', 'CH', 'NO', 'IS'].filter((code) => euMembers.some((eu) => eu === code))).toEqual(
      [],
    );
  });
});

describe('regionForCountry', () => {
  it('places all 249 countries: where a fact sheet serves them, on their continent, or in the default region', () => {
    for (const country of countryCodes) {
      const [home, ...others] = sheets.filter(({ serves }) => serves.includes(country));
      const placement = home
        ? { region: home.id, basis: 'served' }
        : follows(country)
          ? { region: europe?.id, basis: 'continent' }
          : { region: elsewhere, basis: 'default' };
      expect([country, regionForCountry(country), others]).toEqual([country, placement, []]);
    }
  });

  it.each(['UK', 'EU', 'gb', '', 'constructor'])('refuses %j instead of guessing', (text) => {
    expect(() => regionForCountry(text as CountryCode)).toThrow(RangeError);
  });

  it('says what to write instead', () => {
    expect(() => regionForCountry('UK' as CountryCode)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: 'UK' is not an ISO 3166-1 alpha-2 code; use one of countryCodes, like 'GB']`,
    );
  });

  it('returns answers that cannot be changed', () => {
    expect(Object.isFrozen(regionForCountry('GB'))).toBe(true);
    expect(Object.isFrozen(regionForCountry('US'))).toBe(true);
    expect(defaultPlacement()).toEqual({ region: elsewhere, basis: 'default' });
  });
});

describe('regionsUnder', () => {
  it.each(Object.keys(regulations) as RegulationCode[])(
    'finds the regions that %s binds',
    (law) => {
      const bound = sheets.filter(({ regulations: own }) => own.includes(law));
      expect(regionsUnder(law)).toEqual(bound.map(({ id }) => id));
    },
  );
});

describe('subnets', () => {
  it.each(regionIds)('answers with one block per zone of %s', (region) => {
    for (const tier of ['public', 'private', 'database'] as const) {
      expect(subnets(region, tier)).toBe(catalog[region].network[tier]);
      expect(subnets(region, tier)).toHaveLength(catalog[region].zones.length);
    }
  });

  it('answers with a tuple of three', () => {
    const [first] = regionIds;
    expectTypeOf(subnets(first, 'public').length).toEqualTypeOf<3>();
  });
});
