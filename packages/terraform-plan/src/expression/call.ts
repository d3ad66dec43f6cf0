import type { Call, Expression } from './ast.ts';
import { collections } from './functions/collections.ts';
import { encodings } from './functions/encodings.ts';
import type { Functions } from './functions/functions.ts';
import { networks } from './functions/networks.ts';
import { numbers } from './functions/numbers.ts';
import { strings } from './functions/strings.ts';
import type { Scope } from './scope.ts';
import { isList, isUnknown, unknown, type Value } from './value.ts';

type Evaluate = (expression: Expression, scope: Scope) => Value;

const known: Functions = { ...strings, ...collections, ...numbers, ...networks, ...encodings };

/** Functions that give a whole answer although an argument is unknown. */
const tolerant: ReadonlySet<string> = new Set([
  ...['jsonencode', 'format', 'join', 'coalesce', 'compact', 'tolist', 'toset', 'tomap'],
  ...['tostring', 'sensitive', 'nonsensitive'],
]);

/** Calls a function; `try` and `can` look at their arguments one by one. */
export const callFunction = (call: Call, scope: Scope, evaluate: Evaluate): Value => {
  if (call.name === 'try') return firstThatWorks(call.args, scope, evaluate);
  if (call.name === 'can') return works(call.args[0], scope, evaluate);
  const args = spread(call, (inner) => evaluate(inner, scope));
  const act = scope.functions[call.name];
  if (act !== undefined) return act(args);
  const plain = known[call.name];
  if (plain === undefined) throw new Error(`unknown function ${call.name}`);
  if (!tolerant.has(call.name) && args.some(isUnknown)) {
    return unknown(`${call.name}(${args.filter(isUnknown).join(', ')})`);
  }
  return plain(...args);
};

const spread = ({ args, spread }: Call, value: (inner: Expression) => Value): readonly Value[] => {
  const values = args.map(value);
  const last = values.at(-1) ?? null;
  return spread && isList(last) ? [...values.slice(0, -1), ...last] : values;
};

const firstThatWorks = (args: readonly Expression[], scope: Scope, evaluate: Evaluate): Value => {
  for (const arg of args.slice(0, -1)) {
    if (works(arg, scope, evaluate)) return evaluate(arg, scope);
  }
  const last = args.at(-1);
  if (last === undefined) throw new Error('try() without arguments');
  return evaluate(last, scope);
};

const works = (arg: Expression | undefined, scope: Scope, evaluate: Evaluate): boolean => {
  if (arg === undefined) return false;
  try {
    evaluate(arg, scope);
    return true;
  } catch {
    return false;
  }
};
