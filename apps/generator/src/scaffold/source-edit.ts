import type { Node } from '../fact-sources/lazy-parser.ts';
import { declarationsIn, nameOf } from '../fact-sources/syntax.ts';
import { bare, cut, listOf, memberIn, memberOf, objectOf } from './source-nodes.ts';

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
  return withLast(text, value.properties, value.start, member);
};

/** The text with one more member or element after the others of something that starts there. */
const withLast = (text: string, others: readonly Node[], start: number, one: string): string => {
  const last = others.at(-1);
  const at = last?.end ?? start + 1;
  return `${text.slice(0, at)}${last === undefined ? '' : ', '}${one}${text.slice(at)}`;
};

/** The text with a value under a key of a constant, in place of the one that is there. */
export const withEntry = (text: string, constant: string, key: string, value: string): string => {
  if (memberIn(text, [key]) !== undefined) return withMember(text, [key], value);
  const { properties, start } = objectOf(text, constant);
  return withLast(text, properties, start, `'${key}': ${value}`);
};

/** The text without a member; the same text where it has none. */
export const withoutMember = (text: string, names: readonly string[]): string => {
  const found = memberIn(text, names);
  return found === undefined ? text : cut(text, found.members, found.member);
};

/** The text with one more element at the end of a constant's list. */
export const withElement = (text: string, constant: string, element: string): string => {
  const { elements, start } = listOf(text, constant);
  return withLast(text, elements, start, element);
};

/** The text without those elements of a list that a test names; the list is a constant's, or a member's in it. */
export const withoutElements = (
  text: string,
  constant: string,
  goes: (element: string, written: Written) => boolean,
): string => {
  const list = listOf(text, constant);
  const elements: readonly Node[] = list.elements;
  const found = elements.find((one) => goes(text.slice(one.start, one.end), writtenIn(text, one)));
  return found === undefined ? text : withoutElements(cut(text, elements, found), constant, goes);
};

/** The text with one more import, before the others. */
export const withImport = (text: string, line: string): string => `${line}\n${text}`;

/** The texts that an element writes itself, or takes from a constant of the same source. */
const writtenIn = (text: string, element: Node): Written => {
  if (element.type !== 'ObjectExpression') return {};
  return Object.assign(
    {},
    ...(element.properties as readonly Node[]).map((one) => {
      if (one.type === 'SpreadElement') {
        const name = nameOf(one.argument);
        const constant = declarationsIn(text).find(({ id }) => nameOf(id) === name);
        return constant === undefined ? {} : writtenIn(text, bare(constant.init));
      }
      const { type, value } = bare(one.value);
      return type === 'Literal' && typeof value === 'string' ? { [nameOf(one.key)]: value } : {};
    }),
  );
};
