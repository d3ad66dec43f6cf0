import { catalog, exceptions, neighbours, regulations } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { catalogShapeRules, sheetRules } from './catalog-shape-rules.ts';

const facts = { regions: catalog, exceptions, neighbours, regulations };
const [[id = '', region] = []] = Object.entries(catalog);
const said = (other: object) =>
  catalogShapeRules({ ...facts, regions: { ...catalog, [id]: { ...region, ...other } } }).map(
    ({ at, value, reason, remedy }) =>
      `${at} = ${value} ${reason} -> ${remedy}`.replaceAll(id, 'ID'),
  );

it('finds nothing in the catalog', () => {
  expect(catalogShapeRules()).toEqual([]);
});

it('says what a text must look like, in words', () => {
  expect(said({ country: 'Uk' })).toEqual([
    'ID.country = "Uk" is not in the form ^[A-Z]{2}$: A country as ISO 3166-1 alpha-2 names it: GB, never UK. -> write it in this form',
  ]);
});

it('says which forms there are, once', () => {
  expect(said({ fallback: { kind: 'a page' } })).toEqual([
    'ID.fallback = {"kind":"a page"} has none of the allowed forms: { kind: "region", region }; or { kind: "static-page" } -> write it in one of these forms',
  ]);
});

it('says which number or text is wrong, and what may be there', () => {
  expect(said({ database: { ...region?.database, backupDays: 36 } })).toEqual([
    'ID.database.backupDays = 36 must be at most 35 -> write a number that is at most 35',
  ]);
  expect(said({ serves: ['IN', 'IN'] })).toEqual([
    'ID.serves[1] = "IN" is in the list already, at [0] -> write the intended one, or remove one of the two',
  ]);
  expect(said({ name: '' })).toEqual([
    'ID.name = "" says nothing -> write what it is, or remove it where it is not needed',
  ]);
});

it.each([
  ['undefined', undefined, ['FACT_MISSING', 'ID.database.storageGb', 'undefined']],
  ['a bigint', 10n, ['FACT_TYPE', 'ID.database.storageGb', '{"bigint":"10"}']],
  ['a function', () => 10, ['FACT_TYPE', 'ID.database.storageGb', '{"function":"() => 10"}']],
])('says which fact is %s, which JSON does not have', (_, storageGb, wanted) => {
  const regions = { ...catalog, [id]: { ...region, database: { ...region?.database, storageGb } } };
  const [found, ...others] = catalogShapeRules({ ...facts, regions });
  expect(others).toEqual([]);
  expect([found?.code, found?.at.replaceAll(id, 'ID'), found?.value]).toEqual(wanted);
});

it('names a region without a fact sheet, and one whose sheet has another id', () => {
  const { [id]: _, ...others } = catalog as Readonly<Record<string, unknown>>;
  const strange = { ...others, [id]: { ...region, id: 'xx-west-9' } };
  expect(sheetRules(strange).map(({ code, at }) => [code, at])).toEqual([
    ['REGION_SHEET', `${id}.id`],
  ]);
  expect(sheetRules(others).map(({ code, at }) => [code, at])).toEqual([
    ['REGION_SHEET', `sheets['${id}']`],
  ]);
});
