import { asJson, holdsUnknown, isUnknown, unknown, type Value } from './value.ts';

type Numbers = (one: number, other: number) => Value;

const arithmetic: Readonly<Record<string, Numbers>> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  '/': (one, other) => one / other,
  '%': (one, other) => one % other,
  '<': (one, other) => one < other,
  '>': (one, other) => one > other,
  '<=': (one, other) => one <= other,
  '>=': (one, other) => one >= other,
};

/** Two values are equal when type and content are, as in Terraform; order of keys does not count. */
export const same = (one: Value, other: Value): boolean => asJson(one) === asJson(other);

/** The result of a binary operator on two evaluated sides. */
export const operate = (operator: string, one: Value, other: Value): Value => {
  const undecided = unknown(`${text(one)} ${operator} ${text(other)}`);
  if (operator === '==' || operator === '!=') {
    const alike = same(one, other);
    // Null is known to differ from any value that an apply gives.
    if (!alike && one !== null && other !== null && (holdsUnknown(one) || holdsUnknown(other))) {
      return undecided;
    }
    return (operator === '==') === alike;
  }
  if (operator === '&&' && (one === false || other === false)) return false;
  if (operator === '||' && (one === true || other === true)) return true;
  if (isUnknown(one) || isUnknown(other)) return undecided;
  if (operator === '&&') return one === true && other === true;
  if (operator === '||') return one === true || other === true;
  const act = arithmetic[operator];
  if (act === undefined) throw new Error(`unknown operator ${operator}`);
  if (one === null || other === null) throw new Error(`${operator} of null`);
  return act(Number(one), Number(other));
};

const text = (value: Value): string => (typeof value === 'string' ? value : asJson(value));
