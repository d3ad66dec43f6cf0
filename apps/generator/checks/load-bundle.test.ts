import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadBundle } from '../src/bundle/load-bundle.ts';

const generators = join(import.meta.dirname, '../src/generators');
const modules = globSync('*/*.ts', { cwd: generators })
  .map((path) => readFileSync(join(generators, path), 'utf8'))
  .flatMap((text) => [...text.matchAll(/\bload\(\s*'([^']+)'/g)].map(([, module]) => module ?? ''));

// Where that fails a generator runs from its sources, and takes seconds more.
it.each([...new Set(modules)].sort())(
  'loads %s as one file',
  async (module) => {
    expect(Object.keys((await loadBundle(module)) as object).length).toBeGreaterThan(0);
  },
  60_000,
);
