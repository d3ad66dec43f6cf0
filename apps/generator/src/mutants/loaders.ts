import { join } from 'node:path';
import { root } from '../bundle/bundle-files.ts';
import { factFiles } from '../shapes/named-fact-rules.ts';

/** What loads each file of facts, by its path from the root; in a program of mutants, the files within it. */
export const loaders: Readonly<Record<string, () => Promise<unknown>>> = {};

/** The source of this module in a program of mutants. */
export const loadersSource = (): string => {
  const files = [...new Set(Object.values(factFiles))].map(
    (file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(join(root, file))}),`,
  );
  return `export const loaders = {\n${files.join('\n')}\n};\n`;
};
