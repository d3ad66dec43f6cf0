import { parseAst } from 'rolldown/parseAst';

/** A node of ESTree. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: ESTree's node types, each read where its type is known
  readonly [field: string]: any;
}

/** The statements of a module in TypeScript. */
export const bodyOf = (source: string): readonly Node[] =>
  (parseAst(source, { lang: 'ts' }) as unknown as Node).body;

/** The statements of a module, without the word `export`. */
export const topLevel = (source: string): readonly Node[] =>
  bodyOf(source).flatMap((node) =>
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
