import type { Binary, Conditional, Expression, For } from './ast.ts';
import { splatMember } from './ast.ts';
import { callFunction } from './call.ts';
import { operate } from './operators.ts';
import { type Scope, within } from './scope.ts';
import { asText, isList, isObject, isUnknown, member, unknown, type Value } from './value.ts';

/** The value of an expression; what only an apply can tell stays a named unknown. */
export const evaluate = (expression: Expression, scope: Scope): Value => {
  const value = (inner: Expression): Value => evaluate(inner, scope);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'name':
      return scope.lookUp(expression.name);
    case 'template':
      return template(expression.parts.map(value));
    case 'index':
      return member(value(expression.of), value(expression.key));
    case 'splat':
      return splat(value(expression.of), expression.each, scope);
    case 'tuple':
      return expression.items.map(value);
    case 'object':
      return Object.fromEntries(
        expression.entries.map(([key, inner]) => [asText(value(key)), value(inner)]),
      );
    case 'call':
      return callFunction(expression, scope, evaluate);
    case 'for':
      return forEach(expression, scope);
    case 'conditional':
      return choose(expression, scope);
    case 'unary':
      return negate(expression.operator, value(expression.of));
    case 'binary':
      return binary(expression, scope);
  }
};

// A template of one part alone keeps that part's type, as `"${var.list}"` does.
const template = (parts: readonly Value[]): Value => {
  const [only = ''] = parts;
  return parts.length < 2 ? only : parts.map(asText).join('');
};

const splat = (of: Value, each: Expression, scope: Scope): Value => {
  if (isUnknown(of)) return unknown(`${of}[*]`);
  const members = isList(of) ? of : of === null ? [] : [of];
  return members.map((one) => evaluate(each, within(scope, { [splatMember]: one })));
};

/** Key and value of each member, as a `for` sees them: the keys of a map in order. */
export const membersOf = (over: Value): readonly (readonly [key: Value, value: Value])[] => {
  if (isList(over)) return over.map((one, index) => [index, one] as const);
  if (!isObject(over)) throw new Error(`cannot walk through ${JSON.stringify(over)}`);
  return Object.keys(over)
    .sort()
    .map((key) => [key, over[key] ?? null] as const);
};

const forEach = (each: For, scope: Scope): Value => {
  const over = evaluate(each.over, scope);
  if (isUnknown(over)) return unknown(`for ${over}`);
  const rounds = membersOf(over).flatMap(([key, one]) => {
    const names = { [each.valueName]: one, ...(each.keyName ? { [each.keyName]: key } : {}) };
    const inner = within(scope, names);
    return each.where === undefined || evaluate(each.where, inner) === true ? [inner] : [];
  });
  const { key } = each;
  if (key === undefined) return rounds.map((round) => evaluate(each.value, round));
  const pairs = rounds.map(
    (round) => [asText(evaluate(key, round)), evaluate(each.value, round)] as const,
  );
  if (!each.grouped) return Object.fromEntries(pairs);
  const groups = Map.groupBy(pairs, ([name]) => name);
  return Object.fromEntries([...groups].map(([name, all]) => [name, all.map(([, one]) => one)]));
};

const choose = ({ test, yes, no }: Conditional, scope: Scope): Value => {
  const decided = evaluate(test, scope);
  if (isUnknown(decided)) return unknown(`if ${decided}`);
  return evaluate(decided === true || decided === 'true' ? yes : no, scope);
};

const negate = (operator: '!' | '-', value: Value): Value => {
  if (isUnknown(value)) return unknown(`${operator}${value}`);
  return operator === '!' ? value !== true : -Number(value);
};

// && and || of Terraform 1.11 evaluate both sides, but a known side decides alone.
const binary = ({ operator, left, right }: Binary, scope: Scope): Value => {
  const one = evaluate(left, scope);
  if (operator === '&&' && one === false) return false;
  if (operator === '||' && one === true) return true;
  return operate(operator, one, evaluate(right, scope));
};
