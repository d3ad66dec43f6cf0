import { cut, type Problem, problem } from '@bizflow/kernel';
import type { FactKind } from './fact-kind.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { numberKinds } from './number-kinds.ts';
import { anyText, textKinds } from './text-kinds.ts';
import { timeKinds } from './time-kinds.ts';

/**
 * Every fact has a value that makes sense for its kind, which its name says: `holdMinutes` is a duration,
 * `country` a country. Their types are compared before (`facts.schema.json`); rules of a subject know more.
 */
export const factRules = (facts: Readonly<Record<string, unknown>>): readonly Problem[] =>
  leavesOf(facts).flatMap(([at, value]) => {
    const kind = kindOf(at, value);
    if (kind === undefined || kind.holds(value)) return [];
    const { code, reason } = kind;
    const remedy = code === 'FACT_SECRET' ? asSecret : 'write such a value';
    const shown = code === 'FACT_SECRET' ? cut(String(value)) : value;
    return [problem({ code, at, value: shown, reason, remedy })];
  });

const asSecret =
  "make it { kind: 'secret', secret: NAME }, and put the value in Secrets Manager; a plain value is one word";

/** Every kind; the first that fits a path says what the fact must be. */
export const factKinds: readonly FactKind[] = [...timeKinds, ...textKinds, ...numberKinds, anyText];
const known = new Map<string, FactKind | undefined>();

/** The kind of a path, where every number of a list is 0: there are far fewer of those than facts. */
export function kindOf(path: string, value: Leaf): FactKind | undefined {
  const name = path.replaceAll(/\[\d+\]/g, '[0]');
  const key = `${typeof value} ${name}`;
  if (!known.has(key)) {
    known.set(
      key,
      factKinds.find(({ of, is }) => (is === 'any' || is === typeof value) && of.test(name)),
    );
  }
  return known.get(key);
}
