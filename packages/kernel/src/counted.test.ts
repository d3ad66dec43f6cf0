import { expect, it } from 'vitest';
import { counted } from './counted.ts';

it.each([
  [0, '0 files'],
  [1, '1 file'],
  [2, '2 files'],
])('counts %i in words', (number, words) => {
  expect(counted(number, 'file')).toBe(words);
});

it('takes a plural that is not the noun and an s', () => {
  expect(counted(1, 'policy', 'policies')).toBe('1 policy');
  expect(counted(2, 'policy', 'policies')).toBe('2 policies');
});
