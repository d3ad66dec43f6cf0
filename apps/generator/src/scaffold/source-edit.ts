import { parseAst } from 'rolldown/parseAst';

/** A part of a parsed source: where it is, and its own parts by their names. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** What an element of a list says, as far as it is written out: texts by the names of their members. */
export type Written = Readonly<Record<string, string>>;

/** The text with another value of a member, found by its names: `dns`, `locations`. */
export const withMember = (text: string, names: readonly string[], value: string): string => {
  const { value: old } = memberOf(text, names);
  return text.slice(0, old.start) + value + text.slice(old.end);
};

/** The text with one more member in the object that is found by its names. */
export const withNewMember = (text: string, names: readonly string[], member: string): string => {
  const { value } = memberOf(text, names);
  const last = partsOf(value, 'properties').at(-1);
  const at = last?.end ?? value.start + 1;
  return `${text.slice(0, at)}${last === undefined ? '' : ', '}${member}${text.slice(at)}`;
};

/** The text without a member; the same text where it has none. */
export const withoutMember = (text: string, names: readonly string[]): string => {
  const found = memberIn(text, names);
  return found === undefined ? text : cut(text, found.members, found.member);
};

/** The text with one more element at the end of a constant's list. */
export const withElement = (text: string, constant: string, element: string): string => {
  const list = listOf(text, constant);
  const last = partsOf(list, 'elements').at(-1);
  const at = last?.end ?? list.start + 1;
  return `${text.slice(0, at)}${last === undefined ? '' : ', '}${element}${text.slice(at)}`;
};

/** The text without those elements of a list that a test names; the list is a constant's, or a member's in it. */
export const withoutElements = (
  text: string,
  constant: string,
  goes: (element: string, written: Written) => boolean,
): string => {
  const list = listOf(text, constant);
  const elements = partsOf(list, 'elements');
  const found = elements.find((one) => goes(text.slice(one.start, one.end), writtenIn(text, one)));
  return found === undefined ? text : withoutElements(cut(text, elements, found), constant, goes);
};

/** The text with one more import, before the others. */
export const withImport = (text: string, line: string): string => `${line}\n${text}`;

/** The text without imports and constants that nothing in it reads any more. */
export const withoutUnused = (text: string): string => {
  const unused = bodyOf(text).find((one) => {
    const names = one.type === 'VariableDeclaration' ? declared(one) : imported(one);
    return names.length > 0 && !names.some((name) => isRead(text, one, name));
  });
  return unused === undefined ? narrowed(text) : withoutUnused(dropped(text, unused));
};

const dropped = (text: string, { start, end }: Node): string =>
  text.slice(0, start) + text.slice(end).replace(/^\n/, '');

// One of several names of an import goes alone.
const narrowed = (text: string): string => {
  for (const one of bodyOf(text)) {
    const specifiers = one.type === 'ImportDeclaration' ? partsOf(one, 'specifiers') : [];
    const unused = specifiers.find((own) => !isRead(text, one, nameOf(own.local)));
    if (unused !== undefined) return narrowed(cut(text, specifiers, unused));
  }
  return text;
};

const isRead = (text: string, { start, end }: Node, name: string): boolean =>
  new RegExp(`\\b${name}\\b`).test(text.slice(0, start) + text.slice(end));

const declared = (one: Node): readonly string[] =>
  partsOf(one, 'declarations').map(({ id }) => nameOf(id));
const imported = (one: Node): readonly string[] =>
  one.type === 'ImportDeclaration'
    ? partsOf(one, 'specifiers').map(({ local }) => nameOf(local))
    : [];

const cut = (text: string, siblings: readonly Node[], one: Node): string => {
  const index = siblings.indexOf(one);
  const before = siblings[index - 1];
  if (before !== undefined) return text.slice(0, before.end) + text.slice(one.end);
  const after = siblings[index + 1];
  if (after !== undefined) return text.slice(0, one.start) + text.slice(after.start);
  return text.slice(0, one.start) + text.slice(one.end).replace(/^\s*,/, '');
};

const bodyOf = (text: string): readonly Node[] =>
  partsOf(parseAst(text, { lang: 'ts' }) as unknown as Node, 'body');

const partsOf = (node: Node, part: string): readonly Node[] => node[part] as readonly Node[];

const nameOf = (node: unknown): string => {
  const { name, value } = node as { readonly name?: string; readonly value?: string };
  return name ?? value ?? '';
};

/** The declarations of a source, exported or not. */
const constantsOf = (text: string): readonly Node[] =>
  bodyOf(text).flatMap((one) => {
    const own = one.type === 'ExportNamedDeclaration' ? (one.declaration as Node | null) : one;
    return own?.type === 'VariableDeclaration' ? partsOf(own, 'declarations') : [];
  });

/** What is inside `freeze(...)`, `as const` and `satisfies ...`. */
const bare = (node: Node): Node => {
  if (node.type === 'CallExpression') return bare((node.arguments as readonly Node[])[0] ?? node);
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression')
    return bare(node.expression as Node);
  return node;
};

const listOf = (text: string, constant: string): Node => {
  const found = constantsOf(text).find(({ id }) => nameOf(id) === constant);
  const list = found === undefined ? undefined : bare(found.init as Node);
  if (list?.type !== 'ArrayExpression') throw new RangeError(`no list ${constant}`);
  return list;
};

interface Found {
  readonly member: Node;
  readonly members: readonly Node[];
  readonly value: Node;
}

const memberIn = (text: string, names: readonly string[]): Found | undefined => {
  const search = (object: Node, [name, ...rest]: readonly string[]): Found | undefined => {
    if (object.type !== 'ObjectExpression') return undefined;
    const members = partsOf(object, 'properties');
    const member = members.find(({ key }) => nameOf(key) === name);
    if (member === undefined) return undefined;
    const value = bare(member.value as Node);
    return rest.length === 0 ? { member, members, value } : search(value, rest);
  };
  return constantsOf(text).flatMap(({ init }) => search(bare(init as Node), names) ?? [])[0];
};

const memberOf = (text: string, names: readonly string[]): Found => {
  const found = memberIn(text, names);
  if (found === undefined) throw new RangeError(`no member ${names.join('.')}`);
  return found;
};

/** The texts that an element writes itself, or takes from a constant of the same source. */
const writtenIn = (text: string, element: Node): Written => {
  if (element.type !== 'ObjectExpression') return {};
  return Object.assign(
    {},
    ...partsOf(element, 'properties').map((one) => {
      if (one.type === 'SpreadElement') {
        const name = nameOf(one.argument);
        const constant = constantsOf(text).find(({ id }) => nameOf(id) === name);
        return constant === undefined ? {} : writtenIn(text, bare(constant.init as Node));
      }
      const { type, value } = bare(one.value as Node);
      return type === 'Literal' && typeof value === 'string' ? { [nameOf(one.key)]: value } : {};
    }),
  );
};
