import { type Node, statementsOf } from '../fact-sources/lazy-parser.ts';
import { nameOf } from '../fact-sources/syntax.ts';
import { cut } from './source-nodes.ts';

/** The text without imports and constants that nothing in it reads any more. */
export const withoutUnused = (text: string): string => {
  const unused = statementsOf(text).find((one) => {
    const names = one.type === 'VariableDeclaration' ? declared(one) : imported(one);
    return names.length > 0 && !names.some((name) => isRead(text, one, name));
  });
  return unused === undefined ? narrowed(text) : withoutUnused(dropped(text, unused));
};

const dropped = (text: string, { start, end }: Node): string =>
  text.slice(0, start) + text.slice(end).replace(/^\n/, '');

// One of several names of an import goes alone.
const narrowed = (text: string): string => {
  for (const one of statementsOf(text)) {
    const specifiers: readonly Node[] = one.type === 'ImportDeclaration' ? one.specifiers : [];
    const unused = specifiers.find((own) => !isRead(text, one, nameOf(own.local)));
    if (unused !== undefined) return narrowed(cut(text, specifiers, unused));
  }
  return text;
};

const isRead = (text: string, { start, end }: Node, name: string): boolean =>
  new RegExp(`\\b${name}\\b`).test(text.slice(0, start) + text.slice(end));

const declared = ({ declarations }: Node): readonly string[] =>
  declarations.map(({ id }: Node) => nameOf(id));
const imported = ({ type, specifiers }: Node): readonly string[] =>
  type === 'ImportDeclaration' ? specifiers.map(({ local }: Node) => nameOf(local)) : [];
