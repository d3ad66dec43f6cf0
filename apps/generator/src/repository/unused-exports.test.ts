import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { afterAll, expect, it } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'unused-exports-'));
afterAll(() => rmSync(home, { recursive: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
};

/** A small workspace under the repository's own settings: config, and one package that uses it. */
const made = (): void => {
  const settings = ['tsconfig.base.json', 'tsconfig.build.json', 'packages/config/package.json'];
  for (const file of ['knip.json', 'packages/config/tsconfig.build.json', ...settings]) {
    cpSync(join(repository, file), join(home, file));
  }
  write('package.json', '{ "name": "small", "workspaces": ["packages/*"] }');
  write('packages/config/src/index.ts', '');
  write('packages/config/src/compute/nodes.ts', 'export const a = 1;\nexport const b = 2;\n');
  write('packages/config/src/compute/index.ts', "export { a, b } from './nodes.ts';\n");
  write('packages/reader/package.json', '{ "name": "reader", "exports": "./src/index.ts" }');
  write('packages/reader/src/index.ts', "import { a } from '@bizflow/config/compute';\na;\n");
  mkdirSync(join(home, 'node_modules/@bizflow'), { recursive: true });
  symlinkSync(join(home, 'packages/config'), join(home, 'node_modules/@bizflow/config'));
};

it('names what a subject of config exports and no other package uses', () => {
  made();
  const knip = join(repository, 'node_modules/knip/bin/knip.js');
  const { status, stdout } = spawnSync(
    process.execPath,
    [knip, '-t', 'tsconfig.build.json', '--no-progress', '--no-config-hints'],
    { cwd: home, encoding: 'utf8' },
  );
  expect(stdout).toMatch(/^b +packages\/config\/src\/compute\/index\.ts/m);
  expect(stdout).not.toMatch(/^a +packages/m);
  expect(status).toBe(1);
});
