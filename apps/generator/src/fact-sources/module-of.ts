import { dirname, join } from 'node:path';
import { type Node, statementsOf } from './lazy-parser.ts';

/** A source as far as names lead: its constants, and where the others come from. */
export interface Module {
  readonly file: string;
  readonly text: string;
  readonly constants: ReadonlyMap<string, Node>;
  /** By the name here: a file from the root of the repository, and the name there. */
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

/** Reads a source; what cannot be parsed has no constants. */
export function moduleOf(file: string, text: string): Module {
  const constants = new Map<string, Node>();
  const imports = new Map<string, { file: string; name: string }>();
  for (const node of statements(text)) {
    const own = node.type === 'ExportNamedDeclaration' ? (node.declaration ?? node) : node;
    if (own.type === 'VariableDeclaration')
      for (const { id, init } of own.declarations)
        if (id.type === 'Identifier' && init) constants.set(id.name, init);
    const source = own.source?.value;
    if (typeof source !== 'string' || !source.startsWith('.')) continue;
    for (const { imported, local, exported } of own.specifiers)
      imports.set((exported ?? local).name, {
        file: join(dirname(file), source),
        name: (imported ?? local).name,
      });
  }
  return { file, text, constants, imports };
}

const statements = (text: string): readonly Node[] => {
  try {
    return statementsOf(text);
  } catch {
    return [];
  }
};
