import type { Problem } from '@bizflow/kernel';
import { expect, it } from 'vitest';
import { faultsOf, openOf } from './excuses.ts';
import { refusals, summary, survivors } from './summary.ts';
import type { Outcome } from './trial.ts';

const limit: Problem = {
  code: 'LIMIT',
  severity: 'error',
  at: 'canary.limit',
  value: '-1',
  reason: 'must be a count',
  remedy: 'write 5',
};

const outcome = (path: string, end: Outcome['end'] = 'survived'): Outcome => {
  const fact = { number: 0, path, value: 5, file: 'facts.ts', line: 3, start: 0, end: 0 };
  const mutant = { fact: { ...fact, as: 'value', holder: null }, wrong: -1 } as const;
  if (end === 'refused' || end === 'warned') return { ...mutant, end, problems: [limit] };
  return end === 'thrown' ? { ...mutant, end, message: 'too deep' } : { ...mutant, end };
};
const none = { harmless: [], notRendered: [] };

it('leaves open what no rule refuses: rendered, thrown and not read', () => {
  const ends = ['refused', 'warned', 'thrown', 'same', 'survived'] as const;
  const open = openOf(
    ends.map((end) => outcome('a', end)),
    none,
  );
  expect(open.map(({ end }) => end)).toEqual(['thrown', 'same', 'survived']);
});

it('excuses harmless facts by their file and path, and nothing that throws', () => {
  const harmless = [{ file: 'facts.ts', path: '^prices\\.', reason: 'any price may be' }];
  const all = [outcome('prices.rds'), outcome('limit'), outcome('prices.eks', 'thrown')];
  const open = openOf(all, { ...none, harmless });
  expect(open.map(({ fact }) => fact.path)).toEqual(['limit', 'prices.eks']);
});

it('excuses a fact that no render reads only while none does', () => {
  const notRendered = [{ file: 'facts.ts', reason: 'read by npm run prove' }];
  const open = openOf([outcome('a', 'same'), outcome('b')], { ...none, notRendered });
  expect(open.map(({ fact }) => fact.path)).toEqual(['b']);
});

it('asks for a rule for each survivor, and for excuses that are in use and few', () => {
  expect(faultsOf([outcome('a', 'refused')], [], none, true)).toEqual([]);
  expect(faultsOf([outcome('a')], [outcome('a')], none, false)).toEqual([
    'no rule refuses 1: write a rule, or say in mutants.json why it is harmless',
  ]);
  const harmless = [{ file: 'facts.ts', path: '^a$', reason: 'any text may be' }];
  expect(faultsOf([outcome('a')], [], { ...none, harmless }, true)).toEqual([
    '1 of 1 are harmless: at most 5 % may be',
  ]);
  const refused = [outcome('a', 'refused')];
  expect(faultsOf(refused, [], { ...none, harmless }, true)).toEqual([
    'facts.ts ^a$ is refused now: remove it from mutants.json',
  ]);
  expect(faultsOf(refused, [], { ...none, harmless }, false)).toEqual([]);
});

it('prints the survivors by file and a line that counts all', () => {
  const [open, refused] = [outcome('canary.limit'), outcome('a', 'refused')];
  expect(survivors([open])).toEqual(['facts.ts: 1', '  3: canary.limit 5 -> -1 survived']);
  expect(summary([open.fact], [open, refused], [open], none)).toBe(
    'mutants: 1 facts and 0 names, 2 wrong: 1 refused, 0 warned of, 0 thrown, 1 rendered, 0 not rendered; 0 harmless, 1 open',
  );
});

it('prints some refusals as a person sees them', () => {
  const all = [outcome('canary.limit', 'refused'), outcome('a'), outcome('b', 'refused')];
  expect(refusals(all, 1, () => null)).toEqual([
    '',
    'facts.ts:3: canary.limit 5 -> -1 refused',
    '',
    'LIMIT  canary.limit = -1',
    '  must be a count',
    '  -> write 5',
  ]);
  expect(refusals(all, 0, () => null)).toEqual([]);
});
