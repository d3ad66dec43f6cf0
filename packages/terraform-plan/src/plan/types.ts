import type { Expression } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';

/** A type constraint of a variable. */
export type Type =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly of: Type }
  | { readonly kind: 'tuple'; readonly of: readonly Type[] }
  | { readonly kind: 'object'; readonly attributes: Readonly<Record<string, Attribute>> };

export interface Attribute {
  readonly type: Type;
  readonly optional: boolean;
  readonly fallback: Expression | undefined;
}

/** Reads a constraint such as `map(object({ size = optional(number, 3) }))`. */
export const parseType = (text: string): Type =>
  typeOf(parseExpression(text.replace(/^\$\{([\s\S]*)\}$/, '$1')));

const typeOf = (expression: Expression): Type => {
  if (expression.kind === 'name') return plain(expression.name);
  if (expression.kind === 'literal') return plain(String(expression.value));
  if (expression.kind === 'template') return plain(literal(expression.parts[0]));
  if (expression.kind !== 'call') throw new Error(`${expression.kind} is not a type`);
  const [of] = expression.args;
  if (of === undefined) throw new Error(`${expression.name} of nothing`);
  if (expression.name === 'object') return objectOf(of);
  if (expression.name === 'tuple' && of.kind === 'tuple') {
    return { kind: 'tuple', of: of.items.map(typeOf) };
  }
  return { kind: collection(expression.name), of: typeOf(of) };
};

const literal = (part: Expression | undefined): string =>
  part?.kind === 'literal' ? String(part.value) : '';

const plain = (name: string): Type => {
  if (name === 'string' || name === 'number' || name === 'bool' || name === 'any') {
    return { kind: name };
  }
  if (name === 'list' || name === 'set' || name === 'map') {
    return { kind: name, of: { kind: 'any' } };
  }
  throw new Error(`${name} is not a type`);
};

const collection = (name: string): 'list' | 'set' | 'map' => {
  if (name === 'list' || name === 'set' || name === 'map') return name;
  throw new Error(`${name} is not a type`);
};

const objectOf = (of: Expression): Type => {
  if (of.kind !== 'object') throw new Error('object() of something that is not an object');
  const attributes = of.entries.map(([key, type]) => [literal(key), attribute(type)] as const);
  return { kind: 'object', attributes: Object.fromEntries(attributes) };
};

const attribute = (type: Expression): Attribute => {
  if (type.kind !== 'call' || type.name !== 'optional') {
    return { type: typeOf(type), optional: false, fallback: undefined };
  }
  const [inner, fallback] = type.args;
  if (inner === undefined) throw new Error('optional() of nothing');
  return { type: typeOf(inner), optional: true, fallback };
};
