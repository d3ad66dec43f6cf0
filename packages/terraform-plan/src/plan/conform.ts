import { shorten } from '@bizflow/kernel';
import { evaluate } from '../expression/evaluate.ts';
import { sets } from '../expression/functions/sets.ts';
import type { Scope } from '../expression/scope.ts';
import {
  asJson,
  isList,
  isObject,
  isUnknown,
  type Value,
  type Values,
} from '../expression/value.ts';
import type { Attribute, Type } from './types.ts';

/** A value as its variable takes it, and what does not fit. */
export interface Conformed {
  readonly value: Value;
  /** One sentence each: where, and what is wrong there. */
  readonly faults: readonly string[];
}

/** Fits a value to a type as Terraform converts it, but refuses attributes that no one reads. */
export const conform = (value: Value, type: Type, at: string): Conformed => {
  if (value === null || isUnknown(value) || type.kind === 'any') return { value, faults: [] };
  if (type.kind === 'object') return object(value, type.attributes, at);
  if (type.kind === 'tuple') {
    return each(isList(value) ? value : undefined, (index) => type.of[index], at, 'tuple');
  }
  if (type.kind === 'map') return map(value, type.of, at);
  if (type.kind === 'list' || type.kind === 'set') {
    const found = each(isList(value) ? value : undefined, () => type.of, at, type.kind);
    const value_ = type.kind === 'set' ? (sets.toset?.(found.value) ?? null) : found.value;
    return { value: value_, faults: found.faults };
  }
  return primitive(value, type.kind, at);
};

const wrong = (value: Value, kind: string, at: string): Conformed => ({
  value,
  faults: [`${at} is ${shorten(asJson(value), 60)}, no ${kind}`],
});

// Terraform would convert "3" to 3; rendered data has no reason to need that, so it is refused.
const primitive = (
  value: Value,
  kind: 'string' | 'number' | 'bool' | 'any',
  at: string,
): Conformed => {
  const actual = typeof value === 'boolean' ? 'bool' : typeof value;
  return actual === kind ? { value, faults: [] } : wrong(value, kind, at);
};

const each = (
  values: readonly Value[] | undefined,
  typeAt: (index: number) => Type | undefined,
  at: string,
  kind: string,
): Conformed => {
  if (values === undefined) return wrong(values ?? null, kind, at);
  const found = values.map((one, index) =>
    conform(one, typeAt(index) ?? { kind: 'any' }, `${at}[${index}]`),
  );
  return { value: found.map(({ value }) => value), faults: found.flatMap(({ faults }) => faults) };
};

const map = (value: Value, of: Type, at: string): Conformed => {
  if (!isObject(value)) return wrong(value, 'map', at);
  return gathered(
    Object.entries(value).map(([key, one]) => [key, conform(one, of, `${at}.${key}`)]),
  );
};

const gathered = (members: readonly (readonly [string, Conformed])[]): Conformed => ({
  value: Object.fromEntries(members.map(([key, { value }]) => [key, value])),
  faults: members.flatMap(([, { faults }]) => faults),
});

const nothing: Scope = {
  functions: {},
  lookUp: (name) => {
    throw new Error(`a default cannot use ${name}`);
  },
};

const object = (
  value: Value,
  attributes: Readonly<Record<string, Attribute>>,
  at: string,
): Conformed => {
  if (!isObject(value)) return wrong(value, 'object', at);
  const known = Object.entries(attributes).map(
    ([key, attribute]) => [key, attributeOf(value, key, attribute, at)] as const,
  );
  const found = gathered(known);
  const unread = Object.keys(value).filter((key) => !(key in attributes));
  return {
    value: found.value,
    faults: [...found.faults, ...unread.map((key) => `${at}.${key} is read by no one`)],
  };
};

const attributeOf = (of: Values, key: string, attribute: Attribute, at: string): Conformed => {
  const { type, optional, fallback } = attribute;
  const given = of[key] ?? null;
  if (given === null && !(key in of) && !optional) {
    return { value: null, faults: [`${at}.${key} is missing`] };
  }
  const value = given === null && fallback !== undefined ? evaluate(fallback, nothing) : given;
  return conform(value, type, `${at}.${key}`);
};
