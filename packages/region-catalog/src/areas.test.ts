import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed } from '../testing/index.ts';
import { adequacy } from './adequacy.ts';
import { areaOf, eeaMembers, euTerritories } from './areas.ts';
import { type CountryCode, countryCodes, euMembers } from './countries.ts';
import { allowedFlows, crossings } from './crossings.ts';
import { dataFlows } from './flows.ts';

const country = fc.constantFrom(...countryCodes);
const inTheEea = fc.constantFrom<CountryCode>(...eeaMembers, ...euTerritories);

/** Four places of the tests, wherever they stand and whomever they serve, tied to each other at random. */
const fleet = (place: fc.Arbitrary<CountryCode>, people: fc.Arbitrary<CountryCode>) =>
  fc
    .record({
      homes: fc.tuple(place, place, place, place),
      served: fc.uniqueArray(people, { minLength: 4, maxLength: 20 }),
      ties: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    })
    .map(({ homes, served, ties: [writes, copies, falls] }) =>
      changed((draft) => {
        const places = Object.values(draft);
        for (const [index, one] of places.entries()) {
          one.country = homes[index] ?? 'AQ';
          one.serves = served.filter((_, at) => at % places.length === index);
        }
        const [hub, , north, west] = places;
        if (hub === undefined || north === undefined || west === undefined) return;
        if (writes) Object.assign(west.database, { writer: hub.id, source: hub.id });
        if (copies) Object.assign(north.buckets[0] ?? {}, { replicatesTo: west.id });
        if (falls) west.fallback = { kind: 'region', region: north.id };
      }),
    );

describe('the areas of the law', () => {
  it('are the 27 with Iceland, Liechtenstein, Norway and the territories, and every other country alone', () => {
    const joined = countryCodes.filter((code) => areaOf(code) === 'EEA');
    expect(joined).toEqual(
      [...new Set([...euMembers, ...euTerritories, 'IS', 'LI', 'NO'])].toSorted(),
    );
    for (const code of ['GB', 'CH', 'SJ', 'FO'] as const) expect(areaOf(code)).toBe(code);
  });

  it('let no data of their people cross a border inside, whatever flows between their regions', () => {
    fc.assert(
      fc.property(fleet(inTheEea, inTheEea), (own) => {
        expect(crossings(own)).toEqual([]);
      }),
    );
  });

  it('have a border wherever data leaves one: a flow crosses exactly when an area changes', () => {
    fc.assert(
      fc.property(fleet(country, country), (own) => {
        for (const { flow, from, to } of dataFlows(own).filter(({ flow }) => flow === 'rest')) {
          const { serves, country: home } = own[from];
          const abroad = serves.filter((one) => one !== home && areaOf(one) !== areaOf(home));
          const found = crossings(own).find((one) => one.flow === flow && one.to === to);
          expect(found?.subjects ?? []).toEqual(abroad);
        }
      }),
    );
  });

  it('see one move when people of the Union move together: their crossings begin or end at once', () => {
    const homes = fc.tuple(country, fc.uniqueArray(inTheEea, { minLength: 1, maxLength: 30 }));
    fc.assert(
      fc.property(homes, ([home, people]) => {
        const own = changed((draft) => {
          draft['xx-north-1'].country = home;
          draft['xx-north-1'].serves = people;
          draft['xx-west-1'].serves = ['GB'];
        });
        const found = crossings(own).filter(({ from }) => `${from}` === 'xx-north-1');
        expect(found.flatMap(({ subjects }) => subjects)).toEqual(
          areaOf(home) === 'EEA' ? [] : people,
        );
      }),
    );
  });

  it('allow the flows that cross no border, and of the others those that an exception names', () => {
    fc.assert(
      fc.property(fleet(country, country), (own) => {
        const abroad = crossings(own);
        const allowed = allowedFlows(own, abroad.slice(1));
        for (const one of dataFlows(own)) {
          const isMeant = (other: typeof one) =>
            other.flow === one.flow && other.from === one.from && other.to === one.to;
          const isAllowed = !abroad.some(isMeant) || abroad.slice(1).some(isMeant);
          expect(allowed.some((other) => isMeant({ ...other, at: '' }))).toBe(isAllowed);
        }
      }),
    );
  });
});

describe('the acts of adequacy', () => {
  it('lead from one area to another', () => {
    for (const [way, { from, to }] of Object.entries(adequacy)) {
      expect(way).toBe(`${from} to ${to}`);
      expect(from).not.toBe(to);
    }
  });

  it('are there for each two areas of Europe in which AWS has regions, both ways', () => {
    const areas = ['EEA', 'GB', 'CH'];
    const ways = areas.flatMap((from) =>
      areas.filter((to) => to !== from).map((to) => `${from} to ${to}`),
    );
    expect(Object.keys(adequacy).toSorted()).toEqual(ways.toSorted());
  });
});
