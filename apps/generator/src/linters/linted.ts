import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { asWorkload } from './as-workload.ts';

/** Writes a folder's objects to another as linters are to see them, and says which files those are. */
export const lintedCopy = (from: string, to: string): readonly string[] =>
  globSync('**/*.yaml', { cwd: from })
    .sort()
    .map((path) => {
      // JSON is YAML; linters read it as such.
      const text = JSON.stringify(asWorkload(parse(readFileSync(join(from, path), 'utf8'))));
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), `${text}\n`);
      return join(to, path);
    });
