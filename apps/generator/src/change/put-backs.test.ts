import { describe, expect, it } from 'vitest';
import { codeIn, constantsIn } from './constants.ts';
import { askingFor, constantPutBacks, lockPutBacks, lockWith } from './put-backs.ts';

const file = 'packages/config/src/one.ts';
const backOf = (before: string, after: string) =>
  constantPutBacks(file, before, after).map(({ name, pieces }) => ({
    name,
    pieces: pieces?.map((piece) => [
      'start' in piece ? after.slice(piece.start, piece.end) : piece.pointer,
      piece.value,
    ]),
  }));

describe('a changed constant', () => {
  it('is put back whole where its value is written out, with members that came or went', () => {
    const before = "export const a = { b: [1, 'x'], c: -2 } as const satisfies T;\nconst d = 1;";
    const after = 'export const a = { b: [1], e: true } as const;\nconst d = 1;';
    expect(backOf(before, after)).toEqual([
      {
        name: 'a',
        pieces: [['{ b: [1], e: true } as const', { b: [1, 'x'], c: -2 }]],
      },
    ]);
  });

  it('is put back literal by literal where names are part of it, and never run', () => {
    expect(backOf('const a = { b: other.x, c: 1 };', 'const a = { b: other.x, c: 2 };')).toEqual([
      { name: 'a', pieces: [['2', 1]] },
    ]);
  });

  it('is not put back where it is new or gone, or names come with it', () => {
    expect(backOf('const a = 1;', 'const b = 1;')).toEqual([
      { name: 'a', pieces: undefined },
      { name: 'b', pieces: undefined },
    ]);
    expect(backOf('const a = { b: call(1, 2) };', 'const a = { b: call(1) };')).toEqual([
      { name: 'a', pieces: undefined },
    ]);
  });

  it('is none where only comments, spaces or a type differ', () => {
    expect(backOf('const a = { b: 1 };', 'const a = {\n  // two\n  b: 1,\n} as const;')).toEqual(
      [],
    );
  });

  it('is asked for in the source, so that either value can be given', () => {
    const before = 'const a = [1];\nexport const c = { d: 2, e: call(3) };';
    const after = 'const a = [1, 2];\nexport const c = { d: 4, e: call(5) };';
    const pieces = constantPutBacks(file, before, after).flatMap((one) => one.pieces ?? []);
    const source = askingFor(
      after,
      pieces.map((piece, number) => ({ ...piece, number })),
    );
    expect(source).toBe(
      'const a = factOf(0, [1, 2]);\nexport const c = { d: factOf(1, 4), e: call(factOf(2, 5)) };',
    );
  });
});

describe('what a module says', () => {
  it('is the same with other facts, comments and places', () => {
    const one = "import { x } from 'y';\nconst a = { b: 1 };\nconst f = () => a.b + 1;";
    const other =
      "import { x } from 'y';\n// new\nconst a = { b: 2, c: [3] };\nconst f = () => a.b + 1;";
    expect(codeIn(one, false)).toBe(codeIn(other, false));
    expect(codeIn(one, true)).not.toBe(codeIn(other, true));
    expect(codeIn(one, false)).not.toBe(codeIn(one.replace('a.b + 1', 'a.b + 2'), false));
    expect(codeIn('f(1n);', false)).not.toBe(codeIn('f(2n);', false));
  });

  it('has a value of a constant only where all of it is written out', () => {
    const values = constantsIn('const a = null, b = [...a], c = `x`, d = { [e]: 1 }, f = -1;');
    expect(values.map(({ value }) => value)).toEqual([null, undefined, undefined, undefined, -1]);
  });
});

it('puts back entries of a lock by their pointer, new and gone ones too', () => {
  const before = { images: { one: { api: { tag: '1', digest: 'a' } } } };
  const after = { images: { one: { api: { tag: '2', digest: 'b' }, web: { tag: '3' } } } };
  const found = lockPutBacks('images.lock.json', before, [
    '/images/one/api/tag',
    '/images/one/api/digest',
    '/images/one/web',
  ]);
  expect(found.map(({ name }) => name)).toEqual(['/images/one/api', '/images/one/web']);
  const back = found
    .flatMap(({ pieces }) => pieces ?? [])
    .reduce<unknown>(
      (lock, one) => ('pointer' in one ? lockWith(lock, one.pointer, one.value) : lock),
      after,
    );
  expect(back).toEqual(before);
});
