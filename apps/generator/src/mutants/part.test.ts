import { expect, it } from 'vitest';
import type { PlacedFact } from '../fact-sources/instrument.ts';
import { oneMutantEach } from './mutant.ts';
import { partOf } from './part.ts';

const at = { as: 'value', value: 1, line: 1, start: 0, end: 0, holder: null } as const;
const config = 'packages/config/src';
const files = [
  `${config}/release/canary.ts`,
  `${config}/release/freezes.ts`,
  'packages/region-catalog/src/regions/one.ts',
  `${config}/alarms/alarms.ts`,
];
const mutants = files.map((file, number) => {
  const fact: PlacedFact = { ...at, file, path: 'a', number };
  return { fact, wrong: -1 };
});
const part = (every: number | null, changed: readonly string[]): readonly string[] =>
  partOf(mutants, { every, changed }).map(({ fact }) => fact.file);

it('takes every nth mutant', () => {
  expect(part(1, [])).toEqual(files);
  expect(part(2, [])).toEqual([files[0], files[2]]);
});

it('takes all of a subject of which a fact or a rule was changed, and of the catalog', () => {
  expect(part(null, [`${config}/release/canary-rules.ts`])).toEqual(files.slice(0, 2));
  expect(part(null, ['packages/region-catalog/src/rules/cidr-rules.ts'])).toEqual([files[2]]);
});

it('takes nothing for files that belong to no subject', () => {
  expect(part(null, ['README.md', 'packages/kernel/src/cidr.ts'])).toEqual([]);
});

it('takes the same mutants, in whichever order the files of facts were read', () => {
  const facts = mutants.map(({ fact }) => fact);
  const read = facts.toReversed().map((fact, number) => ({ ...fact, number }));
  const [one, other] = [facts, read].map((some) =>
    partOf(oneMutantEach(some), { every: 2, changed: [] }).map(({ fact }) => fact.file),
  );
  expect(one).toEqual(other);
});
