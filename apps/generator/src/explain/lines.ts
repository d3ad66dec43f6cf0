import { child } from '@bizflow/kernel';
import { isCollection, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';

/** A part of a rendered file: a JSON pointer, and the line within its text; line 0 is all of it. */
export interface Spot {
  readonly pointer: string;
  readonly line: number;
}

/** Which lines of a rendered file hold what. */
export interface Lines {
  /** The line of a spot, from 1. */
  readonly of: (spot: Spot) => number | undefined;
  /** What a line says: the smallest part that starts there. */
  readonly at: (line: number) => Spot | undefined;
  /** The pointers that there are, in order. */
  readonly pointers: readonly string[];
}

/** The lines of a file with its header; YAML and JSON by their members, other text by its lines. */
export const linesOf = (path: string, text: string): Lines =>
  /\.(yaml|json)$/.test(path) ? structured(text) : plain(text);

function plain(text: string): Lines {
  const lines = text.split('\n');
  // The header is not part of what was rendered.
  const header = lines.findIndex((line) => line.includes('Rendered by @bizflow/generator')) + 1;
  return {
    of: ({ line }) => (line === 0 ? 1 : line < header ? line : line + 1),
    at: (line) =>
      line === header || line > lines.length
        ? undefined
        : { pointer: '', line: line < header ? line : line - 1 },
    pointers: [''],
  };
}

function structured(text: string): Lines {
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter });
  const starts = new Map<string, number>([['', 1]]);
  const spots = new Map<number, Spot>();
  const note = (pointer: string, node: unknown, line: number): void => {
    starts.set(pointer, line);
    spots.set(line, { pointer, line: 0 });
    if (isScalar(node) && node.type === 'BLOCK_LITERAL') {
      const count = String(node.value).split('\n').length;
      for (let index = 1; index <= count; index += 1)
        spots.set(line + index, { pointer, line: index });
    }
    visit(node, pointer);
  };
  const lineAt = (node: unknown): number =>
    counter.linePos((node as Node | null)?.range?.[0] ?? 0).line;
  const visit = (node: unknown, at: string): void => {
    if (!isCollection(node)) return;
    for (const [index, item] of node.items.entries()) {
      if (isMap(node)) {
        const { key, value } = item as { key: Node; value: unknown };
        note(child(at, String((key as { value?: unknown }).value)), value, lineAt(key));
      } else note(`${at}/${index}`, item, lineAt(item));
    }
  };
  visit(contents, '');
  return {
    of: ({ pointer, line }) => {
      const start = starts.get(pointer);
      const isBlock = start !== undefined && spots.get(start + line)?.pointer === pointer;
      return start === undefined || line === 0 || !isBlock ? start : start + line;
    },
    at: (line) => spots.get(line),
    pointers: [...starts.keys()],
  };
}
