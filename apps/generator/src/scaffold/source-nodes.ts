import { parseAst } from 'rolldown/parseAst';

/** A part of a parsed source: where it is, and its own parts by their names. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** The statements of a source. */
export const bodyOf = (text: string): readonly Node[] =>
  partsOf(parseAst(text, { lang: 'ts' }) as unknown as Node, 'body');

/** The parts of a node that are a list. */
export const partsOf = (node: Node, part: string): readonly Node[] => node[part] as readonly Node[];

/** The name of an identifier, or the text of a literal. */
export const nameOf = (node: unknown): string => {
  const { name, value } = node as { readonly name?: string; readonly value?: string };
  return name ?? value ?? '';
};

/** The declarations of a source, exported or not. */
export const constantsOf = (text: string): readonly Node[] =>
  bodyOf(text).flatMap((one) => {
    const own = one.type === 'ExportNamedDeclaration' ? (one.declaration as Node | null) : one;
    return own?.type === 'VariableDeclaration' ? partsOf(own, 'declarations') : [];
  });

/** What is inside `freeze(...)`, `as const` and `satisfies ...`. */
export const bare = (node: Node): Node => {
  if (node.type === 'CallExpression') return bare((node.arguments as readonly Node[])[0] ?? node);
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression')
    return bare(node.expression as Node);
  return node;
};

/** The list that a constant is. Throws a RangeError where it is none. */
export const listOf = (text: string, constant: string): Node => {
  const found = constantsOf(text).find(({ id }) => nameOf(id) === constant);
  const list = found === undefined ? undefined : bare(found.init as Node);
  if (list?.type !== 'ArrayExpression') throw new RangeError(`no list ${constant}`);
  return list;
};

/** A member, its siblings, and its bare value. */
interface Found {
  readonly member: Node;
  readonly members: readonly Node[];
  readonly value: Node;
}

/** A member of a constant of the source, found by its names; undefined where there is none. */
export const memberIn = (text: string, names: readonly string[]): Found | undefined => {
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

/** A member that must be there. Throws a RangeError where it is not. */
export const memberOf = (text: string, names: readonly string[]): Found => {
  const found = memberIn(text, names);
  if (found === undefined) throw new RangeError(`no member ${names.join('.')}`);
  return found;
};

/** The text without one of some siblings, and without the comma that separated it. */
export const cut = (text: string, siblings: readonly Node[], one: Node): string => {
  const index = siblings.indexOf(one);
  const before = siblings[index - 1];
  if (before !== undefined) return text.slice(0, before.end) + text.slice(one.end);
  const after = siblings[index + 1];
  if (after !== undefined) return text.slice(0, one.start) + text.slice(after.start);
  return text.slice(0, one.start) + text.slice(one.end).replace(/^\s*,/, '');
};
