import { arnLike, like } from './patterns.ts';
import type { Statement } from './policy.ts';

/** What a request carries: each key with one value or several; a key may be missing. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

type Test = (wanted: string, found: string) => boolean;

const same: Test = (wanted, found) => wanted === found;

/** Operators that are read here; another one fails, because a guess would prove nothing. */
const tests: Readonly<Record<string, Test>> = {
  StringEquals: same,
  StringEqualsIgnoreCase: (wanted, found) => wanted.toLowerCase() === found.toLowerCase(),
  StringLike: like,
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: (wanted, found) => wanted.toLowerCase() === found.toLowerCase(),
  NumericEquals: (wanted, found) => Number(found) === Number(wanted),
  NumericLessThan: (wanted, found) => Number(found) < Number(wanted),
  NumericLessThanEquals: (wanted, found) => Number(found) <= Number(wanted),
  NumericGreaterThan: (wanted, found) => Number(found) > Number(wanted),
};

/** Whether every condition of a statement holds for a request. */
export const holds = (conditions: Statement['conditions'], context: Context): boolean =>
  conditions.every(([operator, key, wanted]) => {
    const found = valuesIn(context, key);
    if (operator === 'Null') return wanted.includes(String(found === undefined));
    return condition(operator, wanted, found);
  });

// Keys know no case.
const valuesIn = (context: Context, key: string): readonly string[] | undefined => {
  const name = Object.keys(context).find((one) => one.toLowerCase() === key.toLowerCase());
  const value = name === undefined ? undefined : context[name];
  return value === undefined ? undefined : [value].flat();
};

const condition = (
  operator: string,
  wanted: readonly string[],
  found: readonly string[] | undefined,
): boolean => {
  const [, set, name = '', ifExists] =
    /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const isNegated = /Not(Equals|Like)/.test(name);
  const test = tests[name.replace('Not', '')];
  if (test === undefined) throw new Error(`the condition operator ${operator} is not read here`);
  const one = (value: string): boolean => wanted.some((want) => test(want, value)) !== isNegated;
  // A missing key satisfies what is negated, optional, or said of all values; "any value" asks for one (IAM, "Operators").
  if (found === undefined) {
    return (
      (isNegated && set !== 'ForAnyValue:') || ifExists !== undefined || set === 'ForAllValues:'
    );
  }
  return set === 'ForAllValues:' ? found.every(one) : found.some(one);
};
