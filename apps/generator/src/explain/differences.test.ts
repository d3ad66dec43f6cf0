import { isDeepStrictEqual } from 'node:util';
import { readJson } from '@bizflow/testing/read-json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';

describe('the places at which two values differ', () => {
  it.each([
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, ['0:/a/b']],
    ['a member that goes', { a: 1, b: 2 }, { a: 1 }, ['0:/b']],
    ['a member that comes', { a: 1 }, { a: 1, 'b/c': 2 }, ['+0:']],
    ['a member without a value', { a: 1 }, { a: 1, b: undefined }, []],
    ['another kind of value', { a: [1] }, { a: { 0: 1 } }, ['0:/a']],
    ['an element that goes', ['a', 'b', 'c'], ['b', 'c'], ['0:/0']],
    ['an element that comes', ['a', 'c'], ['a', 'b', 'c'], ['+0:']],
    ['an element that changes', [{ a: 1, b: 1 }, 5], [{ a: 2, b: 1 }, 5], ['0:/0/a']],
    ['another order', ['a', 'b', 'c'], ['b', 'c', 'a'], ['0:/0', '+0:']],
    ['a line of a text', { a: 'x\ny\nz\n' }, { a: 'x\nY\nz\n' }, ['2:/a']],
    ['a line that comes', 'x\nz\n', 'x\ny\nz\n', ['+1:']],
    ['a text of one line', { a: 'x' }, { a: 'x\ny' }, ['0:/a']],
  ])('name %s', (_, before, after, places) => {
    expect(differences(before, after)).toEqual(places);
  });

  // JSON has one zero.
  const json = fc.jsonValue().map((value) => readJson(JSON.stringify(value)));
  it('are none for equal values, and some for all others', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(differences(before, structuredClone(before))).toEqual([]);
        expect(differences(before, after).length === 0).toBe(isDeepStrictEqual(before, after));
      }),
    );
  });
});
