import schema from '@bizflow/region-catalog/catalog.schema.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { recordShapes } from './shapes.ts';

const records = recordShapes();

it('has every member that the schema requires, in its order', () => {
  const byName = new Map(records.map((record) => [record.name, Object.keys(record.members)]));
  for (const [key, one] of Object.entries(schema.definitions)) {
    const name = `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
    if ('required' in one) expect(byName.get(name)).toEqual(one.required);
  }
  expect(byName.get('Catalog')).toEqual(schema.required);
});

it('names a record before another one needs it', () => {
  const known = new Set<string>();
  for (const { name, members } of records) {
    const needed = JSON.stringify(members).matchAll(/"is":"record","name":"(\w+)"/g);
    for (const [, other = ''] of needed) expect(known).toContain(other);
    known.add(name);
  }
});

it('tells a value that may be null from a member that may be absent', () => {
  const members = (name: string) => records.find((record) => record.name === name)?.members;
  expect(members('Database')?.source).toEqual({ is: 'nullable', of: { is: 'text' } });
  expect(members('Fallback')?.region).toEqual({ is: 'absent', of: { is: 'text' } });
});
