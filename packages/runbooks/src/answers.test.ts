import { committed } from '@bizflow/config/testing';
import { countryCodes, placedAmong } from '@bizflow/region-catalog';
import { adequacy, basisOf } from '@bizflow/region-catalog/rules';
import { expect, it } from 'vitest';
import { answersPage } from './answers.ts';

const [first = '', second = '', third = ''] = answersPage(committed).split('\n## ');
const cellsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '')));
const codesIn = (text: string) =>
  [...text.matchAll(/\b[A-Z]{2}\b/g)].map(([code]) => code).filter((code) => code !== 'EU');
const regions = Object.values(committed.catalog);
const home = (code: string) => placedAmong(regions, code as (typeof countryCodes)[number])?.region;

it('has one row for every country, with the region that its tenants are placed in', () => {
  const rows = cellsOf(first).map(([who = '', , region]) => ({ who, region }));
  const named = rows.flatMap(({ who }) => codesIn(who));
  expect(new Set(named).size).toBe(named.length);
  for (const { who, region } of rows) {
    for (const code of codesIn(who)) expect([code, home(code)]).toEqual([code, region]);
  }
  const others = Number(/The other (\d+) countries/.exec(first)?.[1]);
  expect(named.length + others).toBe(countryCodes.length);
});

it('has the law of each country of Europe, and where it leads', () => {
  const rows = cellsOf(second);
  expect(rows.length).toBeGreaterThan(20);
  for (const [country = '', region, why, law] of rows) {
    const [code = ''] = codesIn(country);
    expect([code, home(code)]).toEqual([code, region]);
    expect([why, law].every((text) => (text ?? '').length > 10)).toBe(true);
  }
});

it('has each act of adequacy that an exception rests on, with its last day', () => {
  const cited = Object.values(adequacy).filter((act) =>
    committed.exceptions.some(({ basis }) => basis === basisOf(act)),
  );
  expect(cellsOf(third).map(([, , act, , until]) => [act, until])).toEqual(
    cited.map(({ act, until }) => [act, until ?? 'no end is written']),
  );
});
