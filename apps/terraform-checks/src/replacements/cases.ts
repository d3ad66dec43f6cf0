import { globalRegion } from '@bizflow/config/foundation';
import {
  isList,
  isObject,
  managed,
  type Plan,
  type Resource,
  type Value,
  type Values,
} from '@bizflow/terraform-plan';
import type { BlockSchema, ProviderSchema } from '../provider-range/provider-schema.ts';

/** One question to the provider: does another value of this attribute make the resource again? */
export interface ReplacementCase {
  readonly type: string;
  /** `filter.prefix`: steps into lists are left out. */
  readonly attribute: string;
  /** What is configured: as it is rendered, with a plausible text for what only an apply knows. */
  readonly configured: Values;
  /** What the crafted state says instead: the same with another value of the attribute. */
  readonly stored: Values;
}

/** A case for each attribute that any resource of a type configures, as far as its schema lets people do so. */
export const replacementCases = (
  plans: readonly Plan[],
  schemas: ProviderSchema['managed'],
): readonly ReplacementCase[] => {
  const cases = new Map<string, ReplacementCase>();
  // What is known of a resource is sound; the example values of the rest need not be.
  for (const resource of plans
    .flatMap(managed)
    .toSorted((one, other) => unknowns(one) - unknowns(other))) {
    for (const one of casesOf(resource, schemas[resource.type])) {
      const key = `${one.type} ${one.attribute}`;
      if (!cases.has(key)) cases.set(key, one);
    }
  }
  return [...cases.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
};

const casesOf = (
  { type, values }: Resource,
  schema: BlockSchema | undefined,
): readonly ReplacementCase[] => {
  const own = Object.entries(values).filter(([key]) => isConfigurable(key, schema));
  const named = known('', Object.fromEntries(own)) as Values;
  const configured = Object.fromEntries(
    Object.entries(named).map(([key, value]) => [
      key,
      whole(value, schema?.attributes?.[key]?.type),
    ]),
  );
  return leavesIn(configured).map(({ attribute, other }) => ({
    ...{ type, attribute, configured },
    stored: other(configured) as Values,
  }));
};

const unknowns = ({ values }: Resource): number => JSON.stringify(values).split('‹').length;

/** Blocks that a schema keeps as an attribute have every member, or JSON syntax refuses them. */
const whole = (value: Value, type: Value | undefined): Value => {
  const [, inner] = isList(type) ? type : [];
  const [kind, members] = isList(inner) ? inner : [];
  if (kind !== 'object' || !isObject(members) || !isList(value)) return value;
  const empty = Object.fromEntries(Object.keys(members).map((key) => [key, null]));
  return value.map((one) => (isObject(one) ? { ...empty, ...one } : one));
};

const exampleArn = `arn:aws:kms:${globalRegion}:${'9'.repeat(12)}:key/example`;

/** The planner adds what AWS names; a person may not say it. */
const isConfigurable = (key: string, schema: BlockSchema | undefined): boolean => {
  if (key === 'id' || schema === undefined) return false;
  const attribute = schema.attributes?.[key];
  if (attribute === undefined) return Object.hasOwn(schema.block_types ?? {}, key);
  return attribute.required === true || attribute.optional === true;
};

/** A text for what only an apply knows, of the form that a provider's validation asks for. */
const known = (name: string, value: Value): Value => {
  if (typeof value === 'string') {
    if (!value.includes('‹')) return value;
    if (/^id$/.test(name)) return 'lt-0123456789abcdef0';
    if (/arn$|kms_key_id$|^resource$|^key_id$/i.test(name)) return exampleArn;
    return value.replace(/‹[^›]*›/g, 'example-example-1');
  }
  if (isList(value)) return value.map((one) => known(name, one));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, known(key, member)]),
  );
};

interface Leaf {
  readonly attribute: string;
  /** The whole value with another one at this place. */
  readonly other: (whole: Value) => Value;
}

/** Plain values, lists of plain values and maps are leaves; tags are one. */
const leavesIn = (value: Value, path: readonly string[] = []): readonly Leaf[] => {
  if (isObject(value) && !isMap(path)) {
    return Object.entries(value).flatMap(([key, member]) =>
      member === null ? [] : leavesIn(member, [...path, key]),
    );
  }
  if (isList(value) && value.some(isObject)) {
    return value.flatMap((member, index) => leavesIn(member, [...path, String(index)]));
  }
  if (isList(value) && value.length === 0) return [];
  const attribute = path.filter((step) => !/^\d+$/.test(step)).join('.');
  return [{ attribute, other: (whole) => replacedAt(whole, path, changed(value)) }];
};

const isMap = (path: readonly string[]): boolean =>
  /^(?:tags|tags_all|triggers|variables|parameters|labels)$/.test(path.at(-1) ?? '');

const replacedAt = (whole: Value, [step, ...rest]: readonly string[], by: Value): Value => {
  if (step === undefined) return by;
  if (isList(whole)) {
    return whole.map((one, index) => (String(index) === step ? replacedAt(one, rest, by) : one));
  }
  return isObject(whole) ? { ...whole, [step]: replacedAt(whole[step] ?? null, rest, by) } : by;
};

/** Another value of the same type; a state is not validated, so that any will do. */
const changed = (value: Value): Value => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string')
    return value.startsWith('{') ? '{"Version":"2012-10-17"}' : `${value}x`;
  if (isList(value))
    return [...value.slice(1), ...(typeof value[0] === 'number' ? [1] : ['other'])];
  return { other: 'other' };
};
