import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { edited, holders, isObject, type Json } from '../testing/edited.ts';
import { countryCodes } from './countries.ts';
import { catalogDocument } from './document.ts';
import { regionIds } from './region-ids.ts';

const [first] = regionIds;
const text = readFileSync(new URL('../catalog.schema.json', import.meta.url), 'utf8');
const schema: Json = JSON.parse(text);
const accepts = new Ajv({ strict: true }).compile(schema);

// Countries are alike, and many: the first is enough.
const oneCountry = (path: readonly unknown[]): boolean =>
  path[0] !== 'countries' || path.length === 1 || path[1] === countryCodes[0];

const paths = holders(JSON.parse(JSON.stringify(catalogDocument()))).filter(oneCountry);
const places = paths.map((path) => {
  let keys: string[] = [];
  let list = false;
  edited(path, (holder) => {
    keys = Object.keys(holder);
    list = Array.isArray(holder);
  });
  return { path, keys, list };
});

// The members of the document whose keys are data: regions and hosts by id, countries by code, laws by short name.
const isRegister = (path: readonly unknown[]): boolean =>
  path.length === 1 && ['regions', 'hosts', 'countries', 'regulations'].includes(String(path[0]));

describe('catalog.json', () => {
  it('is accepted by its schema', () => {
    expect(accepts(catalogDocument()), JSON.stringify(accepts.errors)).toBe(true);
  });

  it('is plain JSON that loses nothing on the way', () => {
    expect(JSON.parse(JSON.stringify(catalogDocument()))).toEqual(catalogDocument());
  });

  it('is the same text every time', () => {
    expect(JSON.stringify(catalogDocument())).toBe(JSON.stringify(catalogDocument()));
  });
});

describe('the schema and the types cannot drift apart', () => {
  it('because the loss of any member is refused, at any depth', () => {
    const kept = places
      .filter(({ path, list }) => !list && !isRegister(path))
      .flatMap(({ path, keys }) => keys.map((key) => ({ path, key })))
      .filter(({ path, key }) => accepts(edited(path, (holder) => delete holder[key])));
    expect(kept).toEqual([]);
  });

  it('because a new member is refused, at any depth', () => {
    const open = places
      .filter(({ list }) => !list)
      .filter(({ path }) => accepts(edited(path, (holder) => (holder.unheardOf = 'value'))));
    expect(open).toEqual([]);
  });

  it('because a value of another kind is refused, at any depth', () => {
    const loose = places
      .flatMap(({ path, keys }) => keys.map((key) => ({ path, key })))
      .filter(({ path, key }) =>
        accepts(
          edited(path, (holder) => {
            holder[key] = typeof holder[key] === 'object' ? 7 : { of: 'another kind' };
          }),
        ),
      );
    expect(loose).toEqual([]);
  });

  it('because one subnet or zone fewer is refused, and one more', () => {
    const triples = places.filter(({ path }) =>
      ['public', 'private', 'zones'].includes(path.at(-1) ?? ''),
    );
    expect(triples).toHaveLength(3 * regionIds.length);
    for (const { path } of triples) {
      expect(accepts(edited(path, (list) => Array.isArray(list) && list.pop()))).toBe(false);
      expect(accepts(edited(path, (list) => Array.isArray(list) && list.push('10.9.0.0/24')))).toBe(
        false,
      );
    }
  });

  it('though a region or a law may come and go without a change of the schema', () => {
    const sheet = JSON.stringify(catalogDocument().regions[first]);
    const more = edited(['regions'], (regions) => {
      regions['xx-central-1'] = JSON.parse(sheet);
    });
    const fewer = edited(['regions'], (regions) => delete regions[first]);
    const wrong = edited(['regions'], (regions) => {
      regions.Canada = JSON.parse(sheet);
    });
    expect([accepts(more), accepts(fewer), accepts(wrong)]).toEqual([true, true, false]);
  });
});

describe('the schema', () => {
  it('leaves no object open and no member optional, except for maps by name', () => {
    const objects = holders(schema)
      .map((path) => path.reduce<unknown>((value, key) => isObject(value) && value[key], schema))
      .filter((value): value is Json => isObject(value) && value.type === 'object')
      .filter(({ propertyNames }) => propertyNames === undefined);
    expect(objects.length).toBeGreaterThan(15);
    for (const { properties, required, additionalProperties } of objects) {
      expect(additionalProperties).toBe(false);
      expect(required).toEqual(Object.keys(isObject(properties) ? properties : {}));
    }
  });

  it.each([
    ['database.storageGb', 19],
    ['database.backupDays', 36],
    ['network.vpc', '10.4.0.0/33'],
    ['network.vpc', '010.4.0.0/16'],
    ['country', 'uk'],
    ['dns.healthCheck.intervalSeconds', 20],
    ['database.source', 'Ireland'],
    ['cluster.kubernetes', '1.x'],
  ])('refuses %s = %j', (fact, value) => {
    const path = ['regions', first, ...fact.split('.')];
    const key = path.pop() ?? '';
    expect(accepts(edited(path, (holder) => (holder[key] = value)))).toBe(false);
  });
});
