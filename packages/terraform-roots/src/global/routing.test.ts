import { clusters, environments, type Fleet } from '@bizflow/config';
import { loadBalancerHost } from '@bizflow/config/names';
import { atHome, clusterIn, usual as facts } from '@bizflow/config/testing';
import { ask, type DnsRecord } from '@bizflow/proofs';
import {
  type Catalog,
  type CountryCode,
  continentsOf,
  countryCodes,
  defaultPlacement,
  exceptions,
  neighbours,
  type Region,
  readingOf,
  regionForCountry,
  regionIds,
} from '@bizflow/region-catalog';
import { type Move, stateAt } from '@bizflow/region-catalog/moves';
import { crossings } from '@bizflow/region-catalog/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { page, recordsOf } from '../../testing/zone.ts';
import { routing } from './routing.ts';

const { production, staging } = environments;
const sheets: readonly Region[] = Object.values(facts.catalog);
const api = `api.${production.zone}`;

/** Every set of regions that may be down at once. */
const outages = Array.from({ length: 2 ** regionIds.length }, (_, bits) =>
  regionIds.filter((_id, index) => ((bits >> index) & 1) === 1),
);

const hostOf = (region: string): string => {
  const cluster = clusters(facts).find(({ id }) => id === `${production.name}/${region}`);
  return cluster === undefined ? '' : loadBalancerHost(cluster);
};

/** One of the continents that a country may be filed under. */
const filed = (country: CountryCode) => continentsOf(country)[0] ?? null;

const answer = (
  records: readonly DnsRecord[],
  country: CountryCode | null,
  down: readonly string[],
  continent: string | null,
) => ask(records, api, { country, continent }, (region) => !down.includes(region));

describe('the public names, in production', () => {
  const records = recordsOf(routing(production, facts));

  it('lead every country to the region that its tenants are placed in', () => {
    for (const country of countryCodes) {
      const { region } = regionForCountry(country);
      for (const continent of continentsOf(country)) {
        expect([country, answer(records, country, [], continent)]).toEqual([
          country,
          hostOf(region),
        ]);
      }
    }
  });

  it('never lead a country elsewhere than home, its allowed fallback or the page, whatever is down and wherever Route 53 files it', () => {
    let asked = 0;
    for (const country of countryCodes) {
      const allowed = [...allowedFor(country, facts), page];
      for (const down of outages) {
        for (const continent of continentsOf(country)) {
          const given = answer(records, country, down, continent);
          if (given === undefined || !allowed.includes(given)) {
            expect.fail(`${country} with ${down.join(', ')} down is sent to ${given}`);
          }
          asked += 1;
        }
      }
    }
    expect(asked).toBeGreaterThan(countryCodes.length * outages.length);
  });

  it('never answer a region that is down', () => {
    for (const country of countryCodes) {
      for (const down of outages) {
        const given = answer(records, country, down, filed(country));
        expect(down.map(hostOf)).not.toContain(given);
      }
    }
  });

  it('show the page to bound people whose region is down, and the standby to those who have one', () => {
    for (const { id, serves, fallback } of sheets) {
      for (const country of serves) {
        const shown = fallback.kind === 'region' ? hostOf(fallback.region) : page;
        expect([country, answer(records, country, [id], filed(country))]).toEqual([country, shown]);
        expect(answer(records, country, regionIds, filed(country))).toBe(page);
      }
    }
  });

  it('answer addresses without a known country, and those known only to be in Europe', () => {
    const of = (location: string) =>
      sheets.find(({ dns }) => (dns.locations as readonly string[]).includes(location))?.id ?? '';
    expect(answer(records, null, [], null)).toBe(hostOf(of('*')));
    expect(answer(records, null, [], 'EU')).toBe(hostOf(of('EU')));
    expect(answer(records, null, [of('EU')], 'EU')).toBe(page);
  });

  it('are the records of the fact sheets, and those that keep people where they belong', () => {
    const { answers } = routing(production, facts);
    const named: Readonly<Record<string, string>> = { EU: 'continent-EU', '*': 'default' };
    const document = sheets.flatMap(({ dns }) =>
      dns.locations.map((location) => named[location] ?? location),
    );
    const elsewhere = ['CY', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT'];
    const notByLaw = ['RU'];
    const disputed = ['TR'];
    expect(Object.keys(answers).toSorted()).toEqual(
      [...document, ...elsewhere, ...notByLaw, ...disputed].toSorted(),
    );
  });

  it('lead Europe where the document says, unless a law forbids it', () => {
    const [europe, rest] = ['EU', '*'].map((location) =>
      sheets.find(({ dns }) => (dns.locations as readonly string[]).includes(location)),
    );
    for (const { country } of neighbours) {
      const isForbidden = readingOf(country, europe?.country ?? country) === 'forbidden';
      const region = isForbidden ? rest : europe;
      expect([country, answer(records, country, [], 'EU')]).toEqual([
        country,
        hostOf(region?.id ?? ''),
      ]);
    }
  });
});

describe("Route 53's own failover", () => {
  // One step, as the document has it, each record with its health check.
  const oneStep = sheets.flatMap(({ id, dns }) =>
    dns.locations.map(
      (location): DnsRecord => ({
        name: api,
        target: hostOf(id),
        healthCheck: id,
        policy: {
          kind: 'geolocation',
          country: location === 'EU' ? null : location,
          continent: location === 'EU' ? 'EU' : null,
        },
      }),
    ),
  );
  const everybodyElse = hostOf(defaultPlacement().region);

  it('would send bound people abroad, which is why there are two steps', () => {
    for (const { id, serves } of atHome) {
      for (const country of serves) {
        const abroad = sheets.filter((other) => other.id !== id).map((other) => hostOf(other.id));
        expect(abroad).toContain(answer(oneStep, country, [id], filed(country)));
      }
    }
  });

  it('would leave Cyprus to the default region even on a good day', () => {
    expect(answer(oneStep, 'CY', [], 'AS')).toBe(everybodyElse);
  });
});

it('keeps people home or with their own fallback in any catalog, also where no services run', () => {
  const extent = fc.constantFrom('whole', 'platform', 'remains');
  const fallback = fc.option(fc.constantFrom(...regionIds), { nil: null });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(extent, fallback), { minLength: 4, maxLength: 4 }),
      fc.subarray([...regionIds]),
      fc.constantFrom(...countryCodes),
      (drawn, down, country) => {
        const other = redrawn(drawn);
        const given = answer(recordsOf(routing(production, other)), country, down, filed(country));
        const { region } = regionForCountry(country);
        const { fallback: to } = other.catalog[region];
        expect([
          hostOf(region),
          page,
          ...(to.kind === 'region' ? [hostOf(to.region)] : []),
        ]).toContain(given);
      },
    ),
    { numRuns: 300 },
  );
});

it('shows the page to those whose data changes its place, whatever is up, and answers all others as before', () => {
  const away = atHome.find(({ serves }) => serves.length > 0);
  const other = Object.values(facts.catalog).find(({ id }) => id !== away?.id);
  if (away === undefined || other === undefined) throw new TypeError('two regions are there');
  const move: Move = {
    ...{ id: 'away', kind: 'evacuate', from: away.id, to: other.id, people: away.serves },
    ...{ data: { by: 'rows' }, step: 'hold', exceptions: [], confirmations: [] },
  };
  const usually = recordsOf(routing(production, facts));
  const held = recordsOf(
    routing(production, { ...facts, catalog: stateAt(facts.catalog, move, 'hold') }),
  );
  for (const country of countryCodes) {
    for (const continent of continentsOf(country)) {
      const waits = regionForCountry(country).region === away.id;
      const wanted = waits ? page : answer(usually, country, [], continent);
      expect([country, answer(held, country, [], continent)]).toEqual([country, wanted]);
    }
  }
});

it('answers everyone with the one region of staging, and with the page when it is down', () => {
  const records = recordsOf(routing(staging, facts));
  const name = `api.${staging.zone}`;
  const from = { country: 'GB', continent: 'EU' } as const;
  expect(ask(records, name, from, () => true)).toBe(loadBalancerHost(clusterIn('staging')));
  expect(ask(records, name, from, () => false)).toBe(page);
});

/** Home, and the region of its fallback where no border is crossed without a written exception. */
const allowedFor = (country: CountryCode, { catalog }: Fleet): readonly string[] => {
  const { region } = regionForCountry(country);
  const { fallback } = catalog[region];
  if (fallback.kind === 'static-page') return [hostOf(region)];
  const crossed = crossings(catalog).some(
    ({ flow, from, subjects }) =>
      flow === 'fallback' && from === region && subjects.includes(country),
  );
  const excused = exceptions.some(
    ({ flow, from, to, subjects }) =>
      flow === 'fallback' &&
      from === region &&
      to === fallback.region &&
      (subjects as readonly string[]).includes(country),
  );
  return crossed && !excused ? [hostOf(region)] : [hostOf(region), hostOf(fallback.region)];
};

const redrawn = (
  drawn: readonly (readonly [Region['life']['extent'], Region['id'] | null])[],
): Fleet => ({
  ...facts,
  catalog: Object.fromEntries(
    Object.values(facts.catalog).map((region: Region, index) => {
      const [extent, to] = drawn[index] ?? ['whole', null];
      const fallback =
        to === null || to === region.id ? { kind: 'static-page' } : { kind: 'region', region: to };
      return [region.id, { ...region, life: { ...region.life, extent }, fallback }];
    }),
  ) as Catalog,
});
