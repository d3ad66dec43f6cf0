import { describe, expect, it } from 'vitest';
import { withHeader } from '../header.ts';
import { serialize } from '../serialize.ts';
import { linesOf } from './lines.ts';

const body = { kind: 'A', data: { 'x/y': 'one\ntwo\n' }, list: [{ name: 'a' }, 'b'] };

describe.each(['a.yaml', 'a.json'])('in %s', (path) => {
  const text = serialize({ path, body });
  const lines = linesOf(path, text);
  const said = (number: number | undefined) => text.split('\n')[(number ?? 0) - 1]?.trim();

  it.each([
    ['/kind', /kind.*A/],
    ['/data/x~1y', /x\/y/],
    ['/list/0/name', /name.*a/],
    ['/list/1', /b/],
  ])('finds the line of %s', (pointer, expected) => {
    expect(said(lines.of({ pointer, line: 0 }))).toMatch(expected);
  });

  it('finds what a line says', () => {
    for (const pointer of ['/kind', '/list/0/name', '/list/1']) {
      const line = lines.of({ pointer, line: 0 }) ?? 0;
      expect(lines.at(line)).toEqual({ pointer, line: 0 });
    }
  });
});

it('finds a line within a text in YAML, and back', () => {
  const text = serialize({ path: 'a.yaml', body });
  const lines = linesOf('a.yaml', text);
  const spot = { pointer: '/data/x~1y', line: 2 };
  const line = lines.of(spot) ?? 0;
  expect(text.split('\n')[line - 1]?.trim()).toBe('two');
  expect(lines.at(line)).toEqual(spot);
});

it.each([
  ['a.md', '# A\n\nb\n', 3],
  ['a.sh', '#!/bin/sh\necho\nb\n', 3],
])('counts the lines of %s without its header', (path, rendered, line) => {
  const text = withHeader(path, rendered);
  const at = linesOf(path, text).of({ pointer: '', line }) ?? 0;
  expect(text.split('\n')[at - 1]).toBe('b');
  expect(linesOf(path, text).at(at)).toEqual({ pointer: '', line });
});
