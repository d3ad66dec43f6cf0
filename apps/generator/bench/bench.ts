import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { rolldown } from 'rolldown';

// Ratios, not times: the render over writing the ready bytes of the same files, both as cold
// processes of one bundled file each with V8's code cache warm, in turn, on a file system in memory.
// `objects` composes, validates, serialises and writes each object of gitops/; `gitops` also checks
// the facts and each cluster as a whole; `all` adds the other trees. The last line prints the constant
// that loading the sources one by one costs, as `nx generate` does where it may write no bundle.
// `npm run bench -- 9` takes nine runs of each instead of five.
const sizes = [
  [4, 2],
  [4, 50],
  [30, 50],
  [30, 200],
] as const;
const parts = ['objects', 'gitops', 'all'];
const runs = Number(process.argv[2] ?? 5);
const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bizflow-bench-'));
const here = import.meta.dirname;

/** Bundles a script with all it imports into one file. */
async function bundled(script: string): Promise<string> {
  const bundle = await rolldown({
    input: join(here, script),
    platform: 'node',
    resolve: { conditionNames: ['@bizflow/source', 'node', 'import'] },
    logLevel: 'silent',
  });
  const file = join(root, script.replace('.ts', '.cjs'));
  await bundle.write({ file, format: 'cjs', minify: true });
  return file;
}

/** Seconds that a cold Node process takes. */
function seconds(...script: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@bizflow/source', ...script],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

/** Runs in a fresh folder, and gives the folder to `use` before it goes. */
function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(root, 'run-'));
  const result = use(folder);
  rmSync(folder, { recursive: true });
  return result;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Packs the files of a rendered folder into one blob and an index of path and end. */
function pack(folder: string): { readonly files: number; readonly arguments: readonly string[] } {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const parts = paths.map((path) => readFileSync(path));
  let end = 0;
  const index = paths.map((path, at) => {
    end += parts[at]?.length ?? 0;
    return [relative(folder, path), end];
  });
  const [bytesFile, indexFile] = [join(root, 'bytes'), join(root, 'index.json')];
  writeFileSync(bytesFile, Buffer.concat(parts));
  writeFileSync(indexFile, JSON.stringify(index));
  return { files: paths.length, arguments: [bytesFile, indexFile] };
}

try {
  const [cached, renderScript, writeScript] = [
    await bundled('cached.ts'),
    await bundled('render.ts'),
    await bundled('write.ts'),
  ];
  const render = (...args: readonly string[]) => seconds(cached, renderScript, ...args);
  const write = (...args: readonly string[]) => seconds(cached, writeScript, ...args);
  // The first run leaves the code cache of all that a render may call.
  inFolder((folder) => render('all', '4', '2', folder));
  console.log('regions x services  rendered    files   render s   write s   ratio   us per file');
  for (const [regions, services] of sizes) {
    for (const part of parts) {
      const what = [part, String(regions), String(services)];
      const ready = inFolder((folder) => {
        render(...what, folder);
        return pack(folder);
      });
      inFolder((folder) => write(...ready.arguments, folder));
      const pairs = Array.from({ length: runs }, () => ({
        render: inFolder((folder) => render(...what, folder)),
        write: inFolder((folder) => write(...ready.arguments, folder)),
      }));
      const renderSeconds = median(pairs.map((pair) => pair.render));
      const writeSeconds = median(pairs.map((pair) => pair.write));
      const ratio = median(pairs.map((pair) => pair.render / pair.write));
      console.log(
        [
          `${regions} x ${services}`.padEnd(19),
          part.padEnd(8),
          String(ready.files).padStart(8),
          renderSeconds.toFixed(3).padStart(10),
          writeSeconds.toFixed(3).padStart(9),
          ratio.toFixed(1).padStart(7),
          ((renderSeconds / ready.files) * 1e6).toFixed(0).padStart(13),
        ].join(' '),
      );
    }
  }
  const start = (...script: readonly string[]): number =>
    median(
      Array.from({ length: runs }, () =>
        inFolder((folder) => seconds(...script, 'all', '1', '2', folder)),
      ),
    );
  const constant = start(join(here, 'render.ts')) - start(cached, renderScript);
  console.log(`loading the sources unbundled would add ${constant.toFixed(2)} s to each render`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
