import { isObject } from '@bizflow/kernel';
import type { SchemaObject } from 'ajv';

/**
 * Facts that other facts refer to by name, in types such as `keyof typeof metrics`. A schema does not have these names:
 * it says which fact has them, so that a new region or metric needs no new schema.
 */
const namers = [
  ...['catalog.countryCodes', 'catalog.regionIds', 'compute.priorities', 'cost.costRows'],
  ...['cost.priceList', 'images.severities', 'metrics.metrics', 'network.providers'],
  ...['platform.controllers', 'platform.platformAccounts', 'recovery.recoveryTiers'],
  ...['secrets.loginColours', 'services.variables', 'signOn.groups'],
];

/** Facts by subject and name: `tracing.sampling`. */
export type NamedFacts = Readonly<Record<string, unknown>>;

/** The names that a fact has: a list of words, the names of the objects of a list, or keys. */
function namesIn(fact: unknown): readonly string[] {
  if (!Array.isArray(fact)) return isObject(fact) ? Object.keys(fact) : [];
  return fact.map((one: unknown) => String(isObject(one) ? one.name : one));
}

const setOf = (words: readonly unknown[]): string => JSON.stringify(words.toSorted());

/** A schema in which the names of facts are references to the facts that have them. */
export function withoutNames(schema: SchemaObject, facts: NamedFacts): SchemaObject {
  const sources = new Map(namers.map((namer) => [setOf(namesIn(facts[namer])), namer]));
  const regions = namesIn(facts['catalog.regionIds']);
  // Of a cluster, whose name has the region's in it, the rules know more.
  const isPlaced = (words: readonly unknown[]): boolean =>
    words.length > 0 &&
    words.every((word) => regions.some((id) => String(word).endsWith(`/${id}`)));

  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within);
    if (!isObject(value)) return value;
    const { enum: words, properties, ...rest } = value;
    if (Array.isArray(words)) {
      const namer = sources.get(setOf(words));
      if (namer !== undefined) return { ...rest, $ref: `#/definitions/${namer}` };
      return isPlaced(words) ? { ...rest, type: 'string' } : value;
    }
    const inner = Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, within(part)]),
    );
    return isObject(properties) ? named(inner) : inner;
  };

  const named = (object: SchemaObject): SchemaObject => {
    const [first, ...others] = Object.values(object.properties);
    const names = Object.keys(object.properties);
    const namer = sources.get(setOf(names));
    const isAlike = others.every((one) => JSON.stringify(one) === JSON.stringify(first));
    if ((namer === undefined && !isPlaced(names)) || !isAlike) return object;
    const { required, ...rest } = object;
    return {
      ...rest,
      ...{ properties: {}, required: [], additionalProperties: first },
      ...(namer && { propertyNames: { $ref: `#/definitions/${namer}` } }),
      ...(namer && required.length > 0 && { allOf: [{ $ref: `#/definitions/every ${namer}` }] }),
    };
  };

  const { definitions: types, ...own } = within(schema) as SchemaObject;
  return { ...own, definitions: { ...openNames, ...types } };
}

/** Each list of names as any words: {@link withNames} writes those of today. */
const openNames = Object.fromEntries(
  namers.flatMap((namer) => [
    [namer, { type: 'string' }],
    [`every ${namer}`, { type: 'object' }],
  ]),
);

/** The schema with the names that facts have now. */
export const withNames = (schema: SchemaObject, facts: NamedFacts): SchemaObject => ({
  ...schema,
  definitions: {
    ...schema.definitions,
    ...Object.fromEntries(
      namers.flatMap((namer) => {
        const words = namesIn(facts[namer]);
        if (words.length === 0) return [];
        return [
          [namer, { enum: words }],
          [`every ${namer}`, { type: 'object', required: words }],
        ];
      }),
    ),
  },
});
