import type { SchemaObject } from 'ajv';
import {
  type Checker,
  ElementFlags,
  type TupleType,
  type Type,
  type TypeReference,
} from 'typescript/unstable/sync';
import { anyOf, eachKind, oneByTag } from './schema-unions.ts';
import { type JsonKind, kindOf, membersOf, propertiesOf } from './type-parts.ts';

/** Schemas of named types, by their names. */
export type Definitions = Record<string, SchemaObject>;

/**
 * Gives a function that makes the JSON Schema of a type as the compiler has resolved it. Objects are closed:
 * what a type does not name is refused. Named types go into `definitions`; without it, each is written in place.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: five functions that call each other, over one compiler and one set of names
export function schemaMaker(
  checker: Checker,
  definitions?: Definitions,
): (type: Type) => SchemaObject {
  const names = new Map<number, string>();

  const schemaOf = (type: Type): SchemaObject => {
    const name = nameOf(type);
    if (name === undefined || definitions === undefined) return written(type);
    const known = names.get(type.id) ?? freeName(name, definitions);
    if (!names.has(type.id)) {
      names.set(type.id, known);
      // Its place is taken first: a type may refer to itself.
      definitions[known] = {};
      definitions[known] = written(type);
    }
    return { $ref: `#/definitions/${known}` };
  };

  const written = (type: Type): SchemaObject => {
    const groups = Map.groupBy(membersOf(type), (one) => kindOf(checker, one));
    groups.delete('none');
    if (groups.has('any')) return {};
    return eachKind([...groups].map(([kind, types]) => [kind, ofKind(kind, types)] as const));
  };

  const ofKind = (kind: JsonKind, types: readonly Type[]): SchemaObject => {
    if (kind === 'object')
      return definitions ? oneByTag(types.map(objectOf)) : anyOf(types.map(objectOf));
    if (kind === 'array') return anyOf(types.map(listOf));
    const values = types.flatMap((type) => (type.isLiteralType() ? [type.value] : []));
    const isClosed = values.length === types.length && !(kind === 'boolean' && values.length === 2);
    return isClosed ? { enum: values.toSorted() } : { type: kind };
  };

  const listOf = (type: Type): SchemaObject => {
    const elements = checker.getTypeArguments(type as TypeReference);
    if (!checker.isTupleType(type))
      return { type: 'array', items: elements.map(schemaOf)[0] ?? {} };
    const { elementFlags } = (type as TypeReference).getTarget() as TupleType;
    const isOf = (flag: ElementFlags) => elementFlags.filter((own) => own === flag).length;
    const items = elements.map(schemaOf);
    const least = { type: 'array', minItems: isOf(ElementFlags.Required) };
    if (isOf(ElementFlags.Rest) === 0) return { ...least, items, maxItems: items.length };
    return { ...least, items: items.slice(0, -1), additionalItems: items.at(-1) };
  };

  const objectOf = (type: Type): SchemaObject => {
    const properties = propertiesOf(checker, type);
    const others = checker.getIndexInfosOfType(type)[0]?.valueType;
    return {
      type: 'object',
      properties: Object.fromEntries(properties.map((own) => [own.name, schemaOf(own.type)])),
      required: properties.filter((own) => own.isRequired).map((own) => own.name),
      additionalProperties: others === undefined ? false : schemaOf(others),
    };
  };

  return schemaOf;
}

// The name that a person gave the type: not one of the compiler's own, nor of a type with parameters.
function nameOf(type: Type): string | undefined {
  const symbol =
    type.getAliasSymbol() ?? (type.isClassOrInterface() ? type.getSymbol() : undefined);
  if (symbol === undefined || type.getAliasTypeArguments().length > 0) return undefined;
  const isOurs = symbol.declarations.some(({ path }) => !path.includes('node_modules'));
  return isOurs && /^[A-Z]/.test(symbol.name) ? symbol.name : undefined;
}

/** The name, with a number where another type has it already. */
const freeName = (name: string, taken: Definitions, number = 1): string => {
  const free = number === 1 ? name : `${name}${number}`;
  return free in taken ? freeName(name, taken, number + 1) : free;
};
