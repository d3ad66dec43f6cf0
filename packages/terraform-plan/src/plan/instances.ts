import { membersOf } from '../expression/evaluate.ts';
import { type Scope, within } from '../expression/scope.ts';
import { asText, isList, isUnknown, type Value, type Values } from '../expression/value.ts';
import { resolved } from './bodies.ts';

/** One instance of a block: what its address ends in, and what it sees. */
export interface Instance {
  readonly suffix: string;
  readonly scope: Scope;
}

/** The instances of a block, and how references to them are resolved. */
export interface Instances {
  readonly all: readonly Instance[];
  readonly together: (values: readonly Value[]) => Value;
}

/** Writes out `count` and `for_each`; both must be known before an apply. */
export const instances = (body: Values, scope: Scope): Instances => {
  if (body.count !== undefined) return counted(resolved(body.count, scope), scope);
  if (body.for_each !== undefined) return keyed(resolved(body.for_each, scope), scope);
  return { all: [{ suffix: '', scope }], together: (values) => values[0] ?? null };
};

const counted = (count: Value, scope: Scope): Instances => {
  if (isUnknown(count)) throw new Error(`count depends on ${count}`);
  const all = Array.from({ length: Number(count) }, (_, index) => ({
    suffix: `[${index}]`,
    scope: within(scope, { count: { index } }),
  }));
  return { all, together: (values) => values };
};

const keyed = (over: Value, scope: Scope): Instances => {
  if (isUnknown(over)) throw new Error(`for_each depends on ${over}`);
  const members = membersOf(over).map(([key, value]) => {
    const name = isList(over) ? asText(value) : asText(key);
    if (isUnknown(name)) throw new Error(`for_each has the key ${name}`);
    return { name, value };
  });
  const all = members.map(({ name, value }) => ({
    suffix: `["${name}"]`,
    scope: within(scope, { each: { key: name, value } }),
  }));
  const together = (values: readonly Value[]): Value =>
    Object.fromEntries(members.map(({ name }, index) => [name, values[index] ?? null]));
  return { all, together };
};
