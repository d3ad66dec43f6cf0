import { expect, it } from 'vitest';
import { factsAndNamesIn } from '../fact-sources/facts-in.ts';
import type { PlacedFact } from '../fact-sources/instrument.ts';
import { wrongNamesAmong } from './wrong-names.ts';

const placed = (source: string): readonly PlacedFact[] =>
  factsAndNamesIn(source).map((fact, number) => ({ ...fact, file: 'facts.ts', line: 1, number }));

const facts = placed(`
  const groups = [{ name: 'owners' }, { name: 'readers' }];
  const rights = { deploy: ['owners', 'readers'], read: ['readers', 'guests'] };
  const says = 'owners and readers';
  const table = [['owners', 'why']];`);

const wrongNames = (path: string): readonly string[] => {
  const fact = facts.find((one) => one.path === path);
  return fact === undefined ? ['none'] : wrongNamesAmong(facts)(fact);
};

it('mistypes a name that is said in more than one place, and doubles one that has another beside it', () => {
  expect(wrongNames('groups[0].name')).toEqual(['ownera', 'readers']);
  expect(wrongNames('rights.deploy[0]')).toEqual(['ownera', 'readers']);
});

it('does not mistype a name that is said once: it could be any', () => {
  expect(wrongNames('rights.read[1]')).toEqual(['readers']);
});

it('mistypes and doubles the names of members', () => {
  expect(wrongNames('rights.deploy (name)')).toEqual(['deploa', 'read']);
});

it('leaves sentences alone, and does not double what is beside a text in a table', () => {
  expect(wrongNames('says')).toEqual([]);
  expect(wrongNames('table[0][0]')).toEqual(['ownera']);
});
