import type { Node } from './lazy-parser.ts';
import { topLevel } from './syntax.ts';

/** A function at the top of a module that may derive facts from facts. */
export interface Deriving {
  readonly name: string;
  /** Offsets of the function in the source; `null` for a declaration, which is known by its name. */
  readonly expression: { readonly start: number; readonly end: number } | null;
  readonly start: number;
}

/** The functions of a module, those within a memo too, in the order in which they are written. */
export const functionsIn = (source: string): readonly Deriving[] =>
  topLevel(source).flatMap((node): readonly Deriving[] => {
    if (node.type === 'FunctionDeclaration') {
      return [{ name: node.id.name, start: node.start, expression: null }];
    }
    if (node.type !== 'VariableDeclaration') return [];
    return (node.declarations as readonly Node[]).flatMap(({ id, init, start }) => {
      const written = init?.type === 'CallExpression' && isMemo(init) ? init.arguments[0] : init;
      return isFunction(written) ? [{ name: id.name, start, expression: written }] : [];
    });
  });

const isMemo = ({ callee }: Node): boolean => /^once(ForBoth|ForText)?$/.test(callee.name ?? '');

const isFunction = (node: Node | null | undefined): node is Node =>
  node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';
