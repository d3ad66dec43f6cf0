import { expect, it } from 'vitest';
import { differences } from './differences.ts';

it('lets the server add fields, and nothing else', () => {
  expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }], d: 3 })).toEqual([]);
  expect(differences({ a: [{ b: 1 }], e: {} }, { a: [{}, {}] })).toEqual([
    '.a: another list',
    '.e: dropped',
  ]);
  expect(differences({ cpu: '1000m' }, { cpu: '1' })).toEqual(['.cpu: "1000m" is stored as "1"']);
});
