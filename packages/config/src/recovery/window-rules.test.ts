import { expect, it } from 'vitest';
import { windowRules } from './window-rules.ts';

const backup = '20:00-21:00';
const maintenance = 'sat:21:30-sat:22:30';

it.each([
  [backup, maintenance],
  ['23:30-00:30', 'sun:01:00-sun:02:00'],
  ['00:00-00:30', 'sun:23:00-mon:00:00'],
])('takes a backup at %s and maintenance at %s', (daily, weekly) => {
  expect(windowRules({ backup: daily, maintenance: weekly })).toEqual([]);
});

it('finds nothing in the committed windows', () => {
  expect(windowRules()).toEqual([]);
});

it.each([
  ['a short backup window', { backup: '20:00-20:29', maintenance }, ['DATABASE_WINDOW_SHORT']],
  ['a window without length', { backup: '20:00-20:00', maintenance }, ['DATABASE_WINDOW_SHORT']],
  ['short maintenance', { backup, maintenance: 'sat:21:30-sat:21:40' }, ['DATABASE_WINDOW_SHORT']],
  ['two that overlap', { backup, maintenance: 'sat:20:30-sat:21:30' }, ['DATABASE_WINDOWS_MEET']],
  [
    'two that overlap at midnight',
    { backup: '23:30-00:30', maintenance: 'sun:00:00-sun:01:00' },
    ['DATABASE_WINDOWS_MEET'],
  ],
  ['maintenance of each day', { backup, maintenance: '22:00-23:00' }, ['DATABASE_WINDOW']],
  ['a backup of one day', { backup: 'sat:20:00-sat:21:00', maintenance }, ['DATABASE_WINDOW']],
])('names %s', (_, windows, codes) => {
  const found = windowRules(windows);
  expect(found.map(({ code }) => code)).toEqual(codes);
  expect(Object.values(windows)).toContain(found[0]?.value);
});
