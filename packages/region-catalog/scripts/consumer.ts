import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCommand } from '@bizflow/testing/check-command';
import { node, npm, tool } from './consumer/run.ts';
import { importsOnlyItself, pack, packsOnlyTheBuild } from './consumer/tarball.ts';

// Proves the package as its readers get it: packed, installed, compiled and run elsewhere.
checkCommand();
const source = fileURLToPath(new URL('../', import.meta.url));
const reader = fileURLToPath(new URL('consumer/reader.document.mts', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'region-catalog-'));
const installed = join(home, 'node_modules/@bizflow/region-catalog');

const options = {
  target: 'es2023',
  module: 'nodenext',
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
};

const json = (name: string, value: unknown): void =>
  writeFileSync(join(home, name), JSON.stringify(value));

const install = (tarball: string): void => {
  json('package.json', { private: true, type: 'module' });
  json('tsconfig.json', { compilerOptions: options, files: ['reader.mts'] });
  copyFileSync(reader, join(home, 'reader.mts'));
  const quiet = ['--no-audit', '--no-fund'];
  npm(home, 'install', '--offline', '--no-save', '--ignore-scripts', ...quiet, tarball);
};

const check = (sentence: string, prove: () => unknown): void => {
  try {
    prove();
    console.log(`ok  ${sentence}`);
  } catch (error) {
    throw new Error(`${sentence}\n${error instanceof Error ? error.message : error}`);
  }
};

try {
  const tarball = pack(source, home);
  const { file, paths } = tarball;
  const publint = tool('publint/src/cli.js');
  const attw = tool('@arethetypeswrong/cli/dist/index.js');
  const count = `${paths.length} files`;
  check(`the build is packed and nothing else (${count})`, () =>
    packsOnlyTheBuild(tarball, source),
  );
  check('publint finds nothing', () => node(home, publint, file, '--strict'));
  // The example places open by a condition that no reader sets, so there is nothing for attw to resolve.
  const own = ['--exclude-entrypoints', 'testing'];
  check('attw resolves the types', () => node(home, attw, file, '--profile', 'esm-only', ...own));
  check('it installs offline, without dependencies', () => install(file));
  check('it imports only itself: a browser can run it', () =>
    importsOnlyItself(tarball, installed),
  );
  check('a strict project compiles, literal types and all', () =>
    node(home, tool('typescript/bin/tsc')),
  );
  check('it runs from dist, frozen, its JSON in step', () => node(home, 'reader.mjs'));
} catch (error) {
  console.error(`FAILED  ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
