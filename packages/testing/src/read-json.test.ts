import { expect, it } from 'vitest';
import { readJson } from './read-json.ts';

// What JSON.parse misreads: keys that are escaped.
const keys = ['', 'a', '"', '\\', '\n', '\\n', 'é"', '",', '{"', '\u2028', '__proto__'];
const leaves = [...keys, 0, -1.5e-7, null, true, false, [], {}];
const object = (key: string, value: unknown) => Object.fromEntries([[key, value]]);
const values = keys.flatMap((one) =>
  keys.flatMap((other) =>
    leaves.map((leaf) => [
      object(one, [leaf, object(other, leaf)]),
      Object.fromEntries([
        [one, object(other, object(one, leaf))],
        [other, leaf],
      ]),
    ]),
  ),
);

it.each([0, 2])('reads what JSON.stringify writes, whatever the keys, indented by %d', (indent) => {
  const misread = values.filter((value) => {
    const text = JSON.stringify(value, null, indent);
    return JSON.stringify(readJson(text), null, indent) !== text;
  });
  expect(values.length).toBeGreaterThan(2000);
  expect(misread).toEqual([]);
});

it('keeps a member with the name of the prototype', () => {
  expect(Object.keys(Object(readJson('{"__proto__":{"a":1}}')))).toEqual(['__proto__']);
});

it.each(['', '{"a" 1}', '[1 2]', '{"a":1', '1 2', '{a:1}', "['a']", '[01]', '[1,]x'])(
  'refuses %j, which is not JSON',
  (text) => {
    expect(() => readJson(text)).toThrow(SyntaxError);
  },
);
