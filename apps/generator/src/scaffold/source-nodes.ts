import type { Node } from '../fact-sources/lazy-parser.ts';
import { declarationsIn, nameOf } from '../fact-sources/syntax.ts';

/** What is inside `freeze(...)`, `as const` and `satisfies ...`. */
export const bare = (node: Node): Node => {
  if (node.type === 'CallExpression') return bare(node.arguments[0] ?? node);
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression')
    return bare(node.expression);
  return node;
};

const constantOf =
  (type: string, what: string) =>
  (text: string, constant: string): Node => {
    const found = declarationsIn(text).find(({ id }) => nameOf(id) === constant);
    const value = found && bare(found.init);
    if (value?.type !== type) throw new RangeError(`no ${what} ${constant}`);
    return value;
  };

/** The list that a constant is. Throws a RangeError where it is none. */
export const listOf = constantOf('ArrayExpression', 'list');

/** The object that a constant is. Throws a RangeError where it is none. */
export const objectOf = constantOf('ObjectExpression', 'object');

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
    const members: readonly Node[] = object.properties;
    const member = members.find(({ type, key }) => type === 'Property' && nameOf(key) === name);
    if (member === undefined) return undefined;
    const value = bare(member.value);
    return rest.length === 0 ? { member, members, value } : search(value, rest);
  };
  return declarationsIn(text).flatMap(({ init }) => search(bare(init), names) ?? [])[0];
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
