import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { declarations } from './publishable/declarations.ts';
import { type Manifest, publishedManifest } from './publishable/manifest.ts';
import { type Entries, modules, singleFiles } from './publishable/modules.ts';

const kernel = fileURLToPath(new URL('../', import.meta.url));
const root = join(kernel, '../..');

/** Removes what an older build left, but for what `tsc` has just written. */
function clean(dist: string): void {
  for (const name of readdirSync(dist).filter((entry) => entry !== 'tsc')) {
    rmSync(join(dist, name), { recursive: true });
  }
}

/** The entry points that have a source and a built file: `./rules` is `rules` from `src/rules.ts`. */
function entriesOf({ exports }: Manifest): Entries {
  const built = Object.values(exports).flatMap((target) =>
    typeof target === 'object' && typeof target.default === 'string' ? [target] : [],
  );
  const sources = built.map((target) => String(target['@bizflow/source']));
  const code = sources.filter((path) => path.startsWith('./src/'));
  return Object.fromEntries(code.map((path) => [path.slice('./src/'.length, -'.ts'.length), path]));
}

/** What a reader of any package looks for beside the code. */
function papers(folder: string, dist: string): void {
  copyFileSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));
  for (const name of ['README.md', 'CHANGELOG.md']) {
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(dist, name));
  }
}

/**
 * Builds the published packages in the given folders into `dist/`, which is the folder that is packed, so
 * that the kernel stays private and they keep no dependency on it. It needs what `tsc` has written.
 */
for (const folder of process.argv.slice(2).map((path) => resolve(path))) {
  const dist = join(folder, 'dist');
  const inlined = join(dist, 'kernel/src');
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const entries = entriesOf(manifest);
  clean(dist);
  const source = { folder, computed: manifest.computed ?? [] };
  await modules(source, entries, dist);
  await singleFiles(source, entries, dist);
  const index = join(inlined, 'index.js');
  declarations(join(dist, 'tsc'), join(folder, 'src'), dist, index);
  if (existsSync(inlined)) declarations(join(kernel, 'dist'), join(kernel, 'src'), inlined, index);
  papers(folder, dist);
  const published = `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`;
  writeFileSync(join(dist, 'package.json'), published);
}
