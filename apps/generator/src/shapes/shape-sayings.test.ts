import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { said } from './shape-sayings.ts';

it.each([
  [{ minItems: 3 }, ['a'], 'has 1 entry, and must have at least 3', 'write at least 3 entries'],
  [{ maxItems: 1 }, ['a', 'b'], 'has 2 entries, and must have at most 1', 'write at most 1 entry'],
  [{ minProperties: 1 }, {}, 'has 0 entries, and must have at least 1', 'write at least 1 entry'],
  [
    { maxLength: 2 },
    'abc',
    'has 3 characters, and must have at most 2',
    'write at most 2 characters',
  ],
])('says in plain words what %j refuses', (schema, data, reason, remedy) => {
  const ajv = new Ajv({ verbose: true, strictTypes: false });
  ajv.validate(schema, data);
  expect((ajv.errors ?? []).map(said)).toEqual([
    { code: 'FACT_SHAPE', value: JSON.stringify(data), reason, remedy },
  ]);
});
