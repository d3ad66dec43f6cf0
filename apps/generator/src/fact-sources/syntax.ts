import { type Node, statementsOf } from './lazy-parser.ts';

/** The statements of a module, without the word `export`. */
export const topLevel = (source: string): readonly Node[] =>
  statementsOf(source).flatMap((node) =>
    node.type === 'ExportNamedDeclaration' ? (node.declaration ?? []) : node,
  );

/** What is declared with a name and a value at the top of a module. */
export const declarationsIn = (source: string): readonly Node[] =>
  topLevel(source)
    .filter(({ type }) => type === 'VariableDeclaration')
    .flatMap(({ declarations }) => declarations as readonly Node[])
    .filter(({ id, init }) => id.type === 'Identifier' && init);

/** The name of an identifier, or the text of a literal. */
export const nameOf = ({ name, value }: Node): string => String(name ?? value ?? '');
