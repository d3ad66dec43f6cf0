import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { AccessReference } from '@bizflow/config/permissions';
import type { Problem } from '@bizflow/kernel';
import type { Instrumented } from '../fact-sources/instrument.ts';
import type { judge, Verdict } from './judge.ts';
import type { Mutant } from './mutant.ts';

/**
 * A mutant and what became of it: rules refused it, the render threw an error, the render wrote other
 * bytes (`survived`), or the same (`same`: nothing that is rendered reads the fact).
 */
export type Outcome = Mutant &
  (
    | { readonly end: 'refused'; readonly problems: readonly Problem[] }
    | { readonly end: 'thrown'; readonly message: string }
    | { readonly end: 'same' | 'survived' }
  );

/** Gives a function that runs the program with one mutant, from the program's first line. */
export function trial(
  code: Instrumented['code'],
  root: string,
  reference: AccessReference,
): (mutant: Mutant) => Outcome {
  const script = new Script(`(module, exports, require, factOf) => {${code}\n}`);
  const require = createRequire(import.meta.url);
  // Both locks, which are read as text.
  const texts = new Map<string, string>();
  const read = (path: string): string => {
    const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
    texts.set(path, text);
    return text;
  };
  const judged = (mutant?: Mutant): Verdict => {
    const module = { exports: {} as { judge: typeof judge } };
    const factOf = (number: number, value: unknown) =>
      number === mutant?.fact.number ? mutant.wrong : value;
    script.runInThisContext()(module, module.exports, require, factOf);
    return module.exports.judge({ read: read as never }, reference);
  };
  const right = judged();
  if ('problems' in right) {
    const codes = right.problems.map(({ code }) => code);
    throw new RangeError(`the facts as they are: ${codes.join(', ')}`);
  }
  return (mutant) => {
    try {
      const verdict = judged(mutant);
      if ('problems' in verdict) return { ...mutant, end: 'refused', problems: verdict.problems };
      return { ...mutant, end: verdict.digest === right.digest ? 'same' : 'survived' };
    } catch (error) {
      return {
        ...mutant,
        end: 'thrown',
        message: error instanceof Error ? error.message : 'thrown',
      };
    }
  };
}
