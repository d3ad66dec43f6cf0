import {
  type Checker,
  type Symbol as Member,
  SignatureKind,
  SymbolFlags,
  type Type,
  TypeFlags,
} from 'typescript/unstable/sync';

/** What JSON calls the values of a type: `any` may be each of them, and `none` is not written at all. */
export type JsonKind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'null'
  | 'array'
  | 'object'
  | 'any'
  | 'none';

const kinds: readonly (readonly [number, JsonKind])[] = [
  [TypeFlags.Undefined | TypeFlags.Void | TypeFlags.Never, 'none'],
  [TypeFlags.Null, 'null'],
  [TypeFlags.StringLike, 'string'],
  [TypeFlags.NumberLike, 'number'],
  [TypeFlags.BooleanLike, 'boolean'],
];

/** The kind of one type that is not a union. A branded text is a text; of a function nothing is known. */
export function kindOf(checker: Checker, type: Type): JsonKind {
  const simple = kinds.find(([flags]) => (type.flags & flags) !== 0)?.[1];
  if (simple !== undefined) return simple;
  if (type.isIntersectionType()) {
    const parts = type.getTypes().map((part) => kindOf(checker, part));
    return parts.find((kind) => kind !== 'object') ?? 'object';
  }
  if (checker.isArrayLikeType(type)) return 'array';
  return type.isObjectType() && !isFunction(checker, type) && !isBuiltIn(type) ? 'object' : 'any';
}

/** Whether the language declares a type by a name: a Set or a Map is not JSON, `Readonly<T>` is. */
const isBuiltIn = (type: Type): boolean => {
  const { name = '', declarations = [] } = type.getSymbol() ?? {};
  return /^[A-Z]/.test(name) && declarations.every(({ path }) => path.includes('/lib/lib.'));
};

export const isFunction = (checker: Checker, type: Type | undefined): boolean =>
  type !== undefined && checker.getSignaturesOfType(type, SignatureKind.Call).length > 0;

/** The members of a union, or the type alone. */
export const membersOf = (type: Type): readonly Type[] =>
  type.isUnionType() ? type.getTypes() : [type];

/** A property of an object type. A function is not a fact: it may be absent, and anything may be there. */
export interface Property {
  readonly name: string;
  readonly type: Type;
  readonly isRequired: boolean;
}

/** The properties of an object type, in the order in which they are declared. */
export const propertiesOf = (checker: Checker, type: Type): readonly Property[] =>
  checker
    .getPropertiesOfType(type)
    .filter(({ name }) => !name.startsWith('__@'))
    .map((member) => propertyOf(checker, member));

function propertyOf(checker: Checker, member: Member): Property {
  const type = checker.getTypeOfSymbol(member) ?? checker.getUnknownType();
  const mayBeAbsent =
    (member.flags & SymbolFlags.Optional) !== 0 ||
    membersOf(type).some((one) => kindOf(checker, one) === 'none' || isFunction(checker, one));
  return { name: member.name, type, isRequired: !mayBeAbsent };
}
