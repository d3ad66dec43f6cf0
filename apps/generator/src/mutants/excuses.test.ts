import { expect, it } from 'vitest';
import type { Outcome } from './outcomes.ts';
import { differences, openOf } from './ratchet.ts';
import { summary, survivors } from './summary.ts';

const outcome = (path: string, end: Outcome['end'] = 'survived'): Outcome => ({
  fact: { number: 0, path, value: 5, file: 'facts.ts', line: 3, start: 0, end: 0, holder: null },
  ...{ wrong: -1, end, by: [] },
});
const none = { harmless: [], notRendered: [], open: {} };

it('leaves open what no rule refuses: rendered, thrown and not read', () => {
  const ends = ['refused', 'thrown', 'same', 'survived'] as const;
  const open = openOf(
    ends.map((end) => outcome('a', end)),
    none,
  );
  expect(open.map(({ end }) => end)).toEqual(['thrown', 'same', 'survived']);
});

it('excuses harmless facts by their file and path', () => {
  const harmless = [{ file: 'facts.ts', path: '^prices\\.', reason: 'any price may be' }];
  const open = openOf([outcome('prices.rds'), outcome('limit')], { ...none, harmless });
  expect(open.map(({ fact }) => fact.path)).toEqual(['limit']);
});

it('excuses a fact that no render reads only while none does', () => {
  const notRendered = [{ file: 'facts.ts', reason: 'read by npm run prove' }];
  const open = openOf([outcome('a', 'same'), outcome('b')], { ...none, notRendered });
  expect(open.map(({ fact }) => fact.path)).toEqual(['b']);
});

it('asks for a rule when a survivor is new, and for a lower number when one is gone', () => {
  const open = [outcome('a'), outcome('b')];
  expect(differences(open, { 'facts.ts': 2 }, true)).toEqual([]);
  expect(differences(open, { 'facts.ts': 1 }, true)).toEqual([
    'facts.ts: 2 survive, 1 did: write a rule for the new one',
  ]);
  expect(differences(open, { 'facts.ts': 3 }, true)).toEqual([
    'facts.ts: 2 survive, 3 did: lower its number',
  ]);
  expect(differences(open, { 'facts.ts': 3 }, false)).toEqual([]);
});

it('prints the survivors by file and a line that counts all', () => {
  const [open, refused] = [outcome('canary.limit'), outcome('a', 'refused')];
  expect(survivors([open])).toEqual(['facts.ts: 1', '  3: canary.limit 5 -> -1 survived']);
  expect(summary(9, [open, refused], [open], none)).toBe(
    'mutants: 9 facts, 2 wrong values: 1 refused, 0 thrown, 1 rendered, 0 not rendered; 0 harmless, 1 open',
  );
});
