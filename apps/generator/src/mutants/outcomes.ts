import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import type { AccessReference } from '@bizflow/config/permissions';
import type { Instrumented, PlacedFact } from '../fact-sources/instrument.ts';
import type { judge, Verdict } from './judge.ts';
import { wrongValues } from './wrong-values.ts';

/** One fact with a wrong value. */
export interface Mutant {
  readonly fact: PlacedFact;
  readonly wrong: PlacedFact['value'];
}

/**
 * A mutant and what became of it: rules refused it, the render threw an error, the render wrote other
 * bytes (`survived`), or the same (`same`: nothing that is rendered reads the fact).
 */
export interface Outcome extends Mutant {
  readonly end: 'refused' | 'thrown' | 'same' | 'survived';
  /** The problems' codes, or the error's message. */
  readonly by: readonly string[];
}

/** Every mutant of the facts. */
export const allMutants = (facts: readonly PlacedFact[]): readonly Mutant[] =>
  facts.flatMap((fact) => wrongValues(fact).map((wrong) => ({ fact, wrong })));

/** One mutant of each fact. The fact's name decides which, so that another new fact changes none of them. */
export const oneMutantEach = (facts: readonly PlacedFact[]): readonly Mutant[] =>
  facts.flatMap((fact) => {
    const values = wrongValues(fact);
    const chosen = Number.parseInt(hash('sha256', fact.file + fact.path).slice(0, 8), 16);
    return values
      .slice(chosen % values.length)
      .slice(0, 1)
      .map((wrong) => ({ fact, wrong }));
  });

/** Gives a function that runs the program with one mutant, from the program's first line. */
export function trial(
  code: Instrumented['code'],
  root: string,
  reference: AccessReference,
): (mutant: Mutant) => Outcome {
  const script = new Script(`(module, exports, require, factOf) => {${code}\n}`);
  const require = createRequire(import.meta.url);
  const judged = (mutant?: Mutant): Verdict => {
    const module = { exports: {} as { judge: typeof judge } };
    const factOf = (number: number, value: unknown) =>
      number === mutant?.fact.number ? mutant.wrong : value;
    script.runInThisContext()(module, module.exports, require, factOf);
    return module.exports.judge(root, reference);
  };
  const right = judged();
  if ('codes' in right) throw new RangeError(`the facts as they are: ${right.codes.join(', ')}`);
  return (mutant) => {
    try {
      const verdict = judged(mutant);
      if ('codes' in verdict) return { ...mutant, end: 'refused', by: [...new Set(verdict.codes)] };
      return { ...mutant, end: verdict.digest === right.digest ? 'same' : 'survived', by: [] };
    } catch (error) {
      return { ...mutant, end: 'thrown', by: [error instanceof Error ? error.message : 'thrown'] };
    }
  };
}
