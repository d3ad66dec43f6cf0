import { shorten } from '@bizflow/kernel';
/** A value as far as it can be told before Terraform runs. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | { readonly [key: string]: Value };

export type Values = { readonly [key: string]: Value };

/** A value that only an apply can tell: its name between marks, also inside longer text. */
export const unknown = (what: string): string => `‹${what.replace(/[‹›]/g, '')}›`;

/** Whether nothing but the name of a value is known. */
export const isUnknown = (value: Value): boolean =>
  typeof value === 'string' && /^‹[^‹›]*›$/.test(value);

/** Whether any part of a value is unknown. */
export const holdsUnknown = (value: Value): boolean =>
  typeof value === 'string'
    ? value.includes('‹')
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsUnknown);

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const isObject = (value: Value | undefined): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const address = Symbol('address');

/** Remembers whose attributes these are: what is not configured there is unknown, not missing. */
export const addressed = <Some extends Value>(value: Some, at: string): Some => {
  if (typeof value !== 'object' || value === null) return value;
  const copy: Value = isList(value)
    ? value.map((member, index) => addressed(member, `${at}[${index}]`))
    : Object.fromEntries(
        Object.entries(value).map(([key, member]) => [key, addressed(member, `${at}.${key}`)]),
      );
  return Object.defineProperty(copy, address, { value: at }) as Some;
};

/** The address that {@link addressed} remembered. */
const addressOf = (value: Value): string | undefined =>
  typeof value === 'object' && value !== null
    ? ((value as { [address]?: string })[address] ?? undefined)
    : undefined;

/** One member of a value, by name or number. */
export const member = (of: Value, key: Value): Value => {
  const step = typeof key === 'number' ? `[${key}]` : `.${String(key)}`;
  if (isUnknown(of)) return unknown(`${of}${step}`);
  if (isUnknown(key) && of !== null) return unknown(`${addressOf(of) ?? 'value'}[${key}]`);
  const found = isList(of) ? of[Number(key)] : isObject(of) ? of[String(key)] : undefined;
  const owner = of === null ? undefined : addressOf(of);
  if (found !== undefined && (found !== null || owner === undefined)) return found;
  if (owner !== undefined && !isList(of)) return unknown(`${owner}${step}`);
  throw new Error(`${shorten(String(JSON.stringify(of)))} has no ${step}`);
};

/** A value as a template or a map key writes it. */
export const asText = (value: Value): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${JSON.stringify(value)} is not a string`);
};

/** The texts of a list; none of what is not one. */
export const texts = (value: Value | undefined): readonly string[] =>
  isList(value) ? value.map(asText) : [];

/** JSON as `jsonencode` writes it: keys in order. */
export const asJson = (value: Value): string => JSON.stringify(ordered(value));

const ordered = (value: Value): Value => {
  if (isList(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key] ?? null)]),
  );
};
