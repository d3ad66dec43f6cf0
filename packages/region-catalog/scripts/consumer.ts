import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { checkCommand } from '@bizflow/testing/check-command';
import { check, silent } from './consumer/check.ts';
import { imports } from './consumer/imports.ts';
import { inOtherLanguages } from './consumer/languages.ts';
import { compiledByOlder, runsInDeno } from './consumer/other-tools.ts';
import { install, projects } from './consumer/project.ts';
import { release } from './consumer/publish.ts';
import { readerTools } from './consumer/reader-tools.ts';
import { node, tool } from './consumer/run.ts';
import { bundle, sizes } from './consumer/sizes.ts';
import * as tarballs from './consumer/tarball.ts';

// Proves the published packages as their readers get them: packed, installed, compiled and run elsewhere.
const { without } = checkCommand();
const source = fileURLToPath(new URL('../', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'region-catalog-'));

/** Runs it where only the language is: no Node global, as in a browser or a worker. */
async function runsInABrowser(): Promise<void> {
  const code = `export { regionForCountry } from '@bizflow/region-catalog'`;
  const answer = runInNewContext(`${await bundle(home, code)};reader.regionForCountry('GB').basis`);
  if (answer !== 'served') throw new Error(`a browser got ${answer}`);
}

/** Compilers and runtimes that the workspace does not have. */
async function otherTools(): Promise<void> {
  const tools = readerTools();
  if ('why' in tools) {
    without('reader-tools', 'TypeScript 5.9 and Deno', tools.why);
    return;
  }
  for (const project of projects) {
    await check(`a strict project of TypeScript 5.9 compiles with ${project}`, () =>
      compiledByOlder(tools.folder, home, project),
    );
  }
  await check('Deno checks its types and runs it', () => runsInDeno(tools.folder, home));
}

async function packs(name: string): Promise<tarballs.Tarball> {
  const folder = join(source, '..', name);
  const tarball = tarballs.pack(folder, home);
  const count = `${tarball.paths.length} files`;
  await check(`${name}: the build is packed with its papers, and nothing else (${count})`, () =>
    tarballs.packsOnlyTheBuild(tarball, folder),
  );
  await check(`${name}: each export names a packed file`, () =>
    tarballs.exportsWhatItHas(tarball, folder),
  );
  await check(`${name}: packing it again makes the same bytes`, () =>
    tarballs.packsTheSameBytes(tarball, folder, join(home, 'again')),
  );
  const publint = tool('publint/src/cli.js');
  const attw = tool('@arethetypeswrong/cli/dist/index.js');
  await check(
    `${name}: publint finds nothing`,
    silent(() => node(home, publint, tarball.file, '--strict')),
  );
  // Facts are many files under one pattern, which attw does not open; the reader below imports one.
  const own = ['--profile', 'esm-only'];
  await check(
    `${name}: attw resolves the types`,
    silent(() => node(home, attw, tarball.file, ...own)),
  );
  return tarball;
}

try {
  const packed = [await packs('region-catalog'), await packs('waf-rules'), await packs('metrics')];
  const [catalog] = packed;
  const installed = join(home, 'node_modules/@bizflow/region-catalog');
  await check('they install offline, without dependencies of others', () =>
    install(
      home,
      packed.map(({ file }) => file),
    ),
  );
  await check('the catalog imports only itself', () =>
    tarballs.importsOnlyItself(catalog as tarballs.Tarball, installed),
  );
  const tsc = tool('typescript/bin/tsc');
  for (const project of projects) {
    await check(`a strict project of TypeScript 7 compiles with ${project}`, () =>
      node(home, tsc, '-p', `${project}.json`),
    );
  }
  await otherTools();
  await check(
    'it runs from the tarball, frozen, its JSON in step',
    silent(() => node(home, 'reader.document.mjs')),
  );
  await check(
    'CommonJS can require it',
    silent(() => node(home, 'reader.cjs')),
  );
  await check('it runs where only the language is, as in a browser', runsInABrowser);
  const { catalogDocument } = await import(join(installed, 'node/document.js'));
  const clients = fileURLToPath(new URL('../../../clients', import.meta.url));
  await check('other languages get the same answers', () =>
    inOtherLanguages(clients, home, catalogDocument().countries, without).join(', '),
  );
  await check('a release is versioned, published to a registry and installed', () => release(home));
  await check('its bundles keep their budgets', () => sizes(home));
  await check('an import costs', () => imports(home));
} catch (error) {
  console.error(`FAILED  ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
