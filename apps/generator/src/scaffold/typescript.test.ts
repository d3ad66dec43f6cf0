import { readJson } from '@bizflow/testing/read-json';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { camelCase, literal } from './typescript.ts';

it('writes any JSON value so that JavaScript reads the same value back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = readJson(JSON.stringify(value));
      const read: unknown = new Function(`return (${literal(json)})`)();
      expect(read).toEqual(json);
    }),
  );
});

it('writes single quotes, bare names where they may be, and short values on one line', () => {
  expect(literal({ a: "it's", 'b-c': [1, { d: null }] })).toBe(
    `{ a: 'it\\'s', 'b-c': [1, { d: null }] }`,
  );
});

it('writes a text that is longer than a line as it is', () => {
  const long = 'a'.repeat(200);
  expect(literal({ basis: long })).toBe(`{\n  basis: '${long}',\n}`);
});

it('names a constant after an AWS id', () => {
  expect(camelCase('xx-northeast-1')).toBe('xxNortheast1');
});
