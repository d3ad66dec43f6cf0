import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TransformationType } from '../statement.ts';
import { sameAddress } from './address.ts';
import { transformed } from './transform.ts';

const once = (text: string, ...types: TransformationType[]) =>
  transformed(
    text,
    types.map((Type, Priority) => ({ Priority, Type })),
  );

it.each([
  ['/a//b', '/a/b'],
  ['/a/./b/', '/a/b/'],
  ['/a/../b', '/b'],
  ['/a/b/..', '/a/'],
  ['/../b', '/b'],
  ['../b', '../b'],
  ['a/../../b', '../b'],
  ['/', '/'],
  ['', ''],
  ['/.', '/'],
  ['/a/.', '/a/'],
  ['/...', '/...'],
])('normalises %s to %s', (text, expected) => {
  expect(once(text, 'NORMALIZE_PATH')).toBe(expected);
});

it('normalises to what stays the same, rooted and without dots', () => {
  const segment = fc.constantFrom('', '.', '..', 'a', 'b', '...', 'a.');
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 9 }), (segments) => {
      const path = once(`/${segments.join('/')}`, 'NORMALIZE_PATH');
      expect(once(path, 'NORMALIZE_PATH')).toBe(path);
      expect(path).toMatch(/^\//);
      expect(path).not.toMatch(/\/\/|\/\.{1,2}(?:\/|$)/);
    }),
  );
});

it('decodes once, and keeps what is not an escape', () => {
  expect(once('%61%2561+%zz%6', 'URL_DECODE')).toBe('a%61 %zz%6');
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z/]{0,9}$/), (text) => {
      const escaped = [...text].map((char) => `%${char.charCodeAt(0).toString(16)}`).join('');
      expect(once(escaped, 'URL_DECODE')).toBe(text);
    }),
  );
});

describe('transformations', () => {
  it('run in the order of their priority', () => {
    const steps = [
      { Priority: 5, Type: 'NORMALIZE_PATH' },
      { Priority: 1, Type: 'URL_DECODE' },
    ] as const;
    expect(transformed('/x/%2e%2e/a', steps)).toBe('/a');
  });

  it('do not change a text without anything to transform', () => {
    expect(once('/a', 'NONE', 'LOWERCASE', 'COMPRESS_WHITE_SPACE', 'REMOVE_NULLS')).toBe('/a');
    expect(once('A\0 \t B', 'REMOVE_NULLS', 'COMPRESS_WHITE_SPACE', 'LOWERCASE')).toBe('a b');
  });
});

it('spells an address one way', () => {
  expect(sameAddress('2001:0DB8::0001')).toBe(sameAddress('2001:db8:0:0:0:0:0:1'));
  expect(sameAddress('::')).toBe('0:0:0:0:0:0:0:0');
  expect(sameAddress('203.0.113.7')).toBe('203.0.113.7');
});
