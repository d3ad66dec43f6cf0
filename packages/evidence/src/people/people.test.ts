import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CountryCode, countryCodes, lawsOf, neighbours } from '@bizflow/region-catalog';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';
import { looked, results } from '../../testing/looked.ts';
import { evidenceOf } from '../files.ts';
import { otherPage } from '../page/other-page.ts';
import type { PeopleRecord } from '../record/law-record.ts';
import { readBasis } from './legal-basis.ts';
import { otherPeople } from './other-people.ts';

const recordsOf = (homes = looked.homes): readonly PeopleRecord[] =>
  evidenceOf(results(), { ...looked, homes }).files.flatMap(({ path, body }) =>
    path.endsWith('record.json') ? [body as PeopleRecord] : [],
  );
const others = otherPeople(results(), looked);

/** Where the data of a country's people rests, and why they are led there. */
const restsOf = (country: CountryCode, records: readonly PeopleRecord[]) =>
  records
    .flatMap(({ flows }) => flows)
    .filter(({ flow, subjects }) => flow === 'rest' && subjects.includes(country))
    .map(({ to, placement }) => `${to} ${placement}`);

const servedIn = (country: CountryCode): string | null =>
  Object.values(looked.fleet.catalog).find(({ serves }) => serves.includes(country))?.id ?? null;

describe('the records of all laws and of other countries together', () => {
  it('count the people of every country that is led to a region, where it is led, once for each of its laws', () => {
    const records = recordsOf();
    for (const { country, region, basis } of looked.homes) {
      const times = Math.max(1, lawsOf(country).length);
      // Data of whom a region serves rests there by the facts, also while the page answers them.
      const home = basis === 'served' ? servedIn(country) : region;
      const expected = home === null ? [] : Array(times).fill(`${home} ${basis}`);
      expect(restsOf(country, records), country).toEqual(expected);
    }
    expect(new Set(looked.homes.map(({ basis }) => basis)).size).toBe(3);
  });

  it('follow the records of DNS, and count no one whom the page answers', () => {
    const [elsewhere] = Object.values(looked.fleet.catalog).filter(
      ({ id, dns }) =>
        dns.locations.length > 0 &&
        !looked.homes.some(({ basis, region }) => basis === 'default' && region === id),
    );
    const [led, answered] = looked.homes.filter(
      ({ country, basis }) => basis === 'default' && lawsOf(country).length === 0,
    );
    if (led === undefined || answered === undefined) throw new RangeError('two are led by default');
    const moved = looked.homes.map((home) => {
      if (home === led) return { ...home, region: elsewhere?.id ?? null };
      return home === answered ? { ...home, region: null } : home;
    });
    const records = recordsOf(moved);
    expect(restsOf(led.country, records)).toEqual([`${elsewhere?.id} default`]);
    expect(restsOf(answered.country, records)).toEqual([]);
  });

  it('carry the people of a region with its copies, whether it serves them or not', () => {
    const copies = recordsOf()
      .flatMap(({ flows }) => flows)
      .filter(({ from, to }) => from !== to);
    for (const { flow, from, to } of copies) {
      if (!/replica|backup|fallback/.test(flow)) continue;
      const led = looked.homes.filter(({ basis, region }) => basis !== 'served' && region === from);
      const carried = copies
        .filter((one) => one.flow === flow && one.from === from && one.to === to)
        .flatMap(({ subjects }) => subjects);
      expect(carried).toEqual(expect.arrayContaining(led.map(({ country }) => country)));
    }
    expect(copies.length).toBeGreaterThan(0);
  });
});

it('has a basis, or says what is missing, wherever data leaves the area of its law', () => {
  for (const { abroad, basis, missing, decision } of recordsOf().flatMap(({ flows }) => flows)) {
    expect([basis, missing].filter((one) => one !== null).length).toBe(abroad.length > 0 ? 1 : 0);
    if (decision !== null) expect(existsSync(join(repository, decision)), decision).toBe(true);
  }
});

it('takes a legal basis from the law alone, as it was read', () => {
  for (const { country, readings, law } of neighbours) {
    const { basis, missing } = readBasis(country, 'GB');
    if (readings.GB === 'free') expect([basis, missing]).toEqual([law, null]);
    else expect([basis, missing]).toEqual([null, expect.stringMatching(/contract|forbids/)]);
  }
  const forbidden = neighbours.find(({ readings }) => readings.EEA === 'forbidden');
  expect(readBasis(forbidden?.country ?? 'RU', 'IN').missing).toContain('forbids');
  const free = neighbours.find(({ readings }) => readings.EEA === 'free');
  expect(readBasis(free?.country ?? 'NO', 'IN').missing).toContain('not read for India');
  expect(readBasis('US', 'GB').missing).toBe('no law of theirs was read');
});

describe('the page of other countries', () => {
  it('counts everyone of its record, and shows the result of the routing proof', () => {
    const page = otherPage(others);
    expect(page).toContain(`people of ${others.record.people.length} countries`);
    expect(others.record.people).toEqual(
      countryCodes
        .filter((country) => lawsOf(country).length === 0)
        .filter((country) =>
          looked.homes.some((one) => one.country === country && one.region !== null),
        )
        .toSorted(),
    );
    expect(page).toContain('Proof `dns` holds: the claim of dns.');
    expect(otherPage(otherPeople(results('dns'), looked))).toContain('Proof `dns` FAILS');
    expect(otherPage(otherPeople([], looked))).toContain('was not tried');
  });

  it('lists what is missing of everyone who has no legal basis', () => {
    const page = otherPage(others);
    for (const { missing } of others.record.flows) {
      if (missing !== null) expect(page).toContain(`: ${missing}.`);
    }
    expect(page).toContain('no tenant may be accepted');
  });
});
