import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { afterAll, describe, expect, it } from 'vitest';

interface Package {
  readonly name: string;
  readonly declared: readonly string[];
  readonly imported: readonly string[];
}

const isOwn = (name: string): boolean => name.startsWith('@bizflow/');

const imports = /(?:from|import|import\()\s*'(@bizflow\/[\w-]+)/g;

const packageIn = (folder: string): Package => {
  const manifest = JSON.parse(readFileSync(join(repository, folder, 'package.json'), 'utf8'));
  const sources = globSync('**/*.{ts,tsx}', {
    cwd: join(repository, folder),
    exclude: ['**/node_modules/**', '**/dist/**'],
  });
  const texts = sources.map((path) => readFileSync(join(repository, folder, path), 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(imports)].map(([, name = '']) => name));
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  return {
    name: manifest.name,
    declared: declared.filter(isOwn),
    imported: [...new Set(found)].filter((name) => name !== manifest.name),
  };
};

const packages = globSync(['packages/*', 'apps/*', 'e2e'], { cwd: repository }).map(packageIn);

/** The packages that are left when those that need no other one are taken away, again and again. */
const inCycles = (all: readonly Package[]): readonly string[] => {
  const names = new Set(all.map(({ name }) => name));
  const left = all.filter(({ declared }) => declared.some((name) => names.has(name)));
  return left.length === all.length ? [...names] : inCycles(left);
};

describe('arrows between packages', () => {
  it('are declared where they are used, tests included, so that Nx knows them', () => {
    const undeclared = packages.flatMap(({ name, declared, imported }) =>
      imported.filter((other) => !declared.includes(other)).map((other) => `${name} ${other}`),
    );
    expect(undeclared).toEqual([]);
  });

  it('make no cycle, not even through devDependencies', () => {
    expect(packages.length).toBeGreaterThan(10);
    expect(inCycles(packages)).toEqual([]);
  });

  it('that make one are named', () => {
    const one = (name: string, ...declared: readonly string[]) => ({
      name,
      declared,
      imported: [],
    });
    const all = [one('a', 'b'), one('b', 'c'), one('c', 'b'), one('d')];
    expect(inCycles(all)).toEqual(['a', 'b', 'c']);
  });
});

const scratch = mkdtempSync(join(tmpdir(), 'bizflow-arrows-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(scratch, path)), { recursive: true });
  writeFileSync(join(scratch, path), text);
};

/** What the lint of this repository says of the scratch folder: `file:line rule`. */
const lint = (): readonly string[] => {
  const { vcs, files, ...config } = JSON.parse(
    readFileSync(join(repository, 'biome.json'), 'utf8'),
  );
  write('biome.json', JSON.stringify(config));
  const biome = join(repository, 'node_modules/.bin/biome');
  const args = ['lint', '--only=plugin', '--only=suspicious/noImportCycles', '--reporter=github'];
  const { stdout } = spawnSync(biome, args, { cwd: scratch, encoding: 'utf8' });
  return [...stdout.matchAll(/title=([^,]+),file=([^,]+),line=(\d+)/g)].map(
    ([, rule, file = '', line]) => `${relative(scratch, file)}:${line} ${rule}`,
  );
};

describe('the lint', () => {
  it('refuses a path into another package in every form of import, and a cycle of types', () => {
    for (const plugin of globSync('*.grit', { cwd: repository })) {
      cpSync(join(repository, plugin), join(scratch, plugin));
    }
    const other = '../../../other/src/x.ts';
    const crossing = [
      `import '${other}';`,
      `import { a } from '${other}';`,
      `import type { b } from '${other}';`,
      `import lock from '../../../../lock.json' with { type: 'json' };`,
      `export { c } from '${other}';`,
      `export type { d } from '${other}';`,
      `export * from '${other}';`,
      `const e = await import('${other}');`,
    ];
    const within = [`import { f } from '../../testing/f.ts';`, `import { g } from 'elsewhere';`];
    write('packages/one/src/deep/a.ts', [...crossing, ...within].join('\n'));
    write('apps/two/b.ts', `import { h } from '../../packages/one/src/h.ts';`);
    write('e2e/src/c.ts', `import { i } from '../../packages/one/src/i.ts';`);
    write('packages/one/src/d.ts', `import type { E } from './e.ts';\nexport type D = E;`);
    write('packages/one/src/e.ts', `import type { D } from './d.ts';\nexport type E = D;`);
    const at = (file: string, count: number, rule: string) =>
      Array.from({ length: count }, (_, index) => `${file}:${index + 1} ${rule}`);
    expect(lint().toSorted()).toEqual([
      ...at('apps/two/b.ts', 1, 'plugin'),
      ...at('e2e/src/c.ts', 1, 'plugin'),
      ...at('packages/one/src/d.ts', 1, 'lint/suspicious/noImportCycles'),
      ...at('packages/one/src/deep/a.ts', crossing.length, 'plugin'),
      ...at('packages/one/src/e.ts', 1, 'lint/suspicious/noImportCycles'),
    ]);
  });
});
