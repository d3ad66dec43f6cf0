import { expect, it } from 'vitest';
import { backupInterval } from './backups.ts';

it.each([
  [[11, 23], 12],
  [[23, 11], 12],
  [[9], 24],
  [[1, 23, 2], 21],
])('begins %j at most %i hours apart, in whatever order', (hours, longest) => {
  expect(backupInterval(hours)).toBe(longest);
});
