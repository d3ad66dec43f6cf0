import { createRequire } from 'node:module';
import type { parseAst } from 'rolldown/parseAst';

/** A node of ESTree. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: ESTree's node types, each read where its type is known
  readonly [field: string]: any;
}

/**
 * The statements of a source. Nearly every render finds its facts in order and needs no parser: it is loaded when it is
 * asked for. Not part of a bundle, in which a module does not know where it is.
 */
export function statementsOf(text: string): readonly Node[] {
  const parser: { parseAst: typeof parseAst } = createRequire(import.meta.url)('rolldown/parseAst');
  return (parser.parseAst(text, { lang: 'ts' }) as unknown as { body: readonly Node[] }).body;
}
