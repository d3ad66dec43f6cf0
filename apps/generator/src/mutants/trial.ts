import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { AccessReference } from '@bizflow/config/permissions';
import type { Problem } from '@bizflow/kernel';
import type { Instrumented } from '../fact-sources/instrument.ts';
import type { Verdict } from './judge.ts';
import type { Mutant } from './mutant.ts';
import type { verdict } from './program.ts';

/**
 * A mutant and what became of it: rules refused it, or warned of it, the render threw an error, the render wrote
 * other bytes (`survived`), or the same (`same`: nothing that is rendered reads the fact).
 */
export type Outcome = Mutant &
  (
    | { readonly end: 'refused' | 'warned'; readonly problems: readonly Problem[] }
    | { readonly end: 'thrown'; readonly message: string }
    | { readonly end: 'same' | 'survived' }
  );

/** Gives a function that runs the program with one mutant, from the program's first line. */
export async function trial(
  code: Instrumented['code'],
  root: string,
  reference: AccessReference,
): Promise<(mutant: Mutant) => Promise<Outcome>> {
  const script = new Script(`(module, exports, require, __dirname, factOf) => {${code}\n}`);
  const require = createRequire(import.meta.url);
  // Both locks, which are read as text.
  const texts = new Map<string, string>();
  const read = (path: string): string => {
    const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
    texts.set(path, text);
    return text;
  };
  const judged = (mutant?: Mutant): Promise<Verdict> => {
    const module = { exports: {} as { verdict: typeof verdict } };
    const factOf = (number: number, value: unknown) =>
      number === mutant?.fact.number ? mutant.wrong : value;
    script.runInThisContext()(module, module.exports, require, import.meta.dirname, factOf);
    return module.exports.verdict({ read: read as never }, reference);
  };
  const right = await judged();
  if ('problems' in right) {
    const codes = right.problems.map(({ code }) => code);
    throw new RangeError(`the facts as they are: ${codes.join(', ')}`);
  }
  const known = new Set(right.warnings.map(({ at, value }) => `${at} ${value}`));
  return async (mutant) => {
    try {
      const found = await judged(mutant);
      if ('problems' in found) return { ...mutant, end: 'refused', problems: found.problems };
      const warned = found.warnings.filter(({ at, value }) => !known.has(`${at} ${value}`));
      if (warned.length > 0) return { ...mutant, end: 'warned', problems: warned };
      return { ...mutant, end: found.digest === right.digest ? 'same' : 'survived' };
    } catch (error) {
      return {
        ...mutant,
        end: 'thrown',
        message: error instanceof Error ? error.message : 'thrown',
      };
    }
  };
}
