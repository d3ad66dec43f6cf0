import { hash } from 'node:crypto';
import type { PlacedFact } from '../fact-sources/instrument.ts';
import { wrongNamesAmong } from './wrong-names.ts';
import { wrongValues } from './wrong-values.ts';

/** One fact with a wrong value, or a name with a wrong one. */
export interface Mutant {
  readonly fact: PlacedFact;
  readonly wrong: PlacedFact['value'];
}

/** Every mutant of the facts. */
export const allMutants = (facts: readonly PlacedFact[]): readonly Mutant[] =>
  mutantsBy(facts, (_, values) => values);

/**
 * One wrong value of each fact, and one wrong name of each that is a name. The fact's path decides which, so that
 * another new fact changes none of them.
 */
export const oneMutantEach = (facts: readonly PlacedFact[]): readonly Mutant[] =>
  mutantsBy(facts, ({ file, path }, values) => {
    const chosen = Number.parseInt(hash('sha256', file + path).slice(0, 8), 16);
    return values.slice(chosen % values.length).slice(0, 1);
  });

type Choice = (fact: PlacedFact, values: readonly Mutant['wrong'][]) => readonly Mutant['wrong'][];

const mutantsBy = (facts: readonly PlacedFact[], choice: Choice): readonly Mutant[] => {
  const sorted = facts.toSorted(inOrder);
  const wrongNames = wrongNamesAmong(sorted);
  return sorted.flatMap((fact) => {
    const values = fact.as === 'value' ? choice(fact, wrongValues(fact)) : [];
    const names = choice(fact, wrongNames(fact));
    return [...new Set([...values, ...names])].map((wrong) => ({ fact, wrong }));
  });
};

// Files are read at once, and numbered as they come: by file, each run has the mutants in the same order.
const inOrder = (one: PlacedFact, other: PlacedFact): number =>
  one.file === other.file ? one.number - other.number : one.file < other.file ? -1 : 1;
