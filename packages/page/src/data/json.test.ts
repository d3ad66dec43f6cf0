import { readJson } from '@bizflow/testing/read-json';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonLines } from './json.ts';

it('writes any value so that JSON reads it back, without a character that HTML acts on', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = jsonLines(value);
      // JSON has one zero.
      expect(readJson(text)).toEqual(readJson(JSON.stringify(value)));
      expect(text).not.toContain('<');
    }),
  );
});

it('gives each thing of a long list a line, and leaves out what is not there', () => {
  const one = { name: 'x'.repeat(100), none: undefined };
  const line = `{"name":"${one.name}"}`;
  expect(jsonLines([one, one])).toBe(`[\n${line},\n${line}\n]`);
  expect(jsonLines({ a: one, b: one, c: undefined })).toBe(`{\n"a":${line},\n"b":${line}\n}`);
});
