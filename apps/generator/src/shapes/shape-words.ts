import type { SchemaObject } from 'ajv';
import { closest, distance } from 'fastest-levenshtein';

/** What fits a schema, in a few words. */
export function formOf(schema: SchemaObject): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.join(', ');
  if (schema.$ref) return String(schema.$ref.split('/').at(-1));
  if (!schema.properties) return nouns(schema.type ?? 'a value');
  const members = Object.entries<SchemaObject>(schema.properties).map(
    ([name, { const: only }]) => name + (only === undefined ? '' : `: ${JSON.stringify(only)}`),
  );
  return `{ ${members.join(', ')} }`;
}

/** The word of a list that another one mistypes. */
export const similar = (word: string, words: readonly string[]): string | undefined => {
  const [best] = words.length > 0 ? [closest(word, [...words])] : [];
  return best !== undefined && distance(word, best) <= Math.max(1, word.length / 3)
    ? best
    : undefined;
};

/** Asks whether another name was meant. */
export const question = (name: string | undefined): string | undefined =>
  name && `did you mean ${name}?`;

const nounOf: Readonly<Record<string, string>> = {
  ...{ string: 'a text', number: 'a number', boolean: 'true or false', null: 'null' },
  ...{ array: 'a list', object: 'an object', integer: 'a whole number' },
};

/** Types of JSON as the rest of a sentence. */
export const nouns = (types: unknown): string =>
  [types]
    .flat()
    .map((type) => nounOf[String(type)] ?? String(type))
    .join(' or ');

/** What a value of a schema is, as the rest of a sentence. */
export function kindIn(schema: SchemaObject | undefined): string {
  if (schema?.type) return `, ${nouns(schema.type)}`;
  if (schema?.enum) return `, one of ${schema.enum.join(', ')}`;
  return schema?.$ref ? `, as ${schema.$ref.split('/').at(-1)} is declared` : '';
}
