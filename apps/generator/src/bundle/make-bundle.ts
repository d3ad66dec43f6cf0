import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type InputOptions, type Plugin, rolldown } from 'rolldown';
import { bundleFolder, digestOf, root, writeWhole } from './bundle-files.ts';
import { bundlePackages } from './bundle-packages.ts';
import { originOf } from './origin.ts';

/** Bundles a module with the sources it imports, and gives the digest. Third-party packages are bundled separately. */
export async function makeBundle(module: string, file: string): Promise<string> {
  mkdirSync(bundleFolder, { recursive: true });
  accessSync(bundleFolder, constants.W_OK);
  const inputs = new Map<string, Buffer>();
  const read = (path: string): Buffer => {
    const content = readFileSync(path);
    inputs.set(relative(root, path), content);
    return content;
  };
  const installed = ['package-lock.json', 'node_modules/.package-lock.json'].map((path) =>
    read(join(root, path)),
  );
  const packages = new Set<string>();
  const build = await rolldown({
    input: module,
    ...asNodeRuns,
    plugins: [outside(packages), reading(read)],
  });
  const { output } = await build.generate({
    file,
    format: 'cjs',
    codeSplitting: false,
    sourcemap: true,
    sourcemapExcludeSources: true,
    banner: async () => requireFrom(await bundlePackages(packages, installed)),
  });
  for (const path of [...inputs.keys()]) {
    const manifest = findPackageJSON(pathToFileURL(join(root, path)));
    if (manifest !== undefined) read(manifest);
  }
  for (const maker of makers) read(join(import.meta.dirname, maker));
  const { code, map } = output[0];
  writeWhole(`${file}.map`, `${map}`);
  writeWhole(file, code);
  const digest = digestOf([Buffer.from(code)]);
  writeWhole(...originOf(file, digest, inputs));
  return digest;
}

/** Sources are bundled as Node runs them: a condition, types taken out, and every import kept. */
export const asNodeRuns = {
  platform: 'node',
  tsconfig: false,
  logLevel: 'silent',
  treeshake: false,
  resolve: { conditionNames: ['@bizflow/source', 'node', 'import'] },
  transform: { typescript: { onlyRemoveTypeImports: true } },
} satisfies InputOptions;

/** What decides how a bundle looks. */
const makers = ['make-bundle.ts', 'bundle-packages.ts', 'origin.ts'];

/** Packages that read files beside their own, or load a binary, and so must stay where they are. */
const readsItsFolder: ReadonlySet<string> = new Set([
  '@cdktn/hcl2json',
  'rolldown/parseAst',
  'nx/src/generators/tree.js',
]);

/** Leaves out the packages of others, the one class that a bundle shares with its caller, and what loads a parser. */
const outside = (packages: Set<string>): Plugin => ({
  name: 'outside',
  resolveId: {
    filter: { id: /^(?!@bizflow\/|node:)[^./]|\/(error|lazy-parser)\.ts$/ },
    async handler(id, importer) {
      const found = importer === undefined ? null : await this.resolve(id, importer);
      if (found === null) return null;
      if (!id.startsWith('.') && !readsItsFolder.has(id)) packages.add(found.id);
      return { id: found.id, external: 'absolute' };
    },
  },
});

/** Reads each source itself, so that what is noted is what was bundled. */
const reading = (read: (path: string) => Buffer): Plugin => ({
  name: 'reading',
  load: { filter: { id: /\.(ts|json)$/ }, handler: (id) => ({ code: `${read(id)}` }) },
});

/** Looks in the bundle of packages first; everything else is a Node built-in. In its own block scope. */
const requireFrom = (packages: readonly [file: string, digest: string]): string =>
  `{ const own = require, packages = runBundle(...${JSON.stringify(packages)}); require = (id) => packages[id] ?? own(id); }`;
