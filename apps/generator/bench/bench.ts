import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';

// Ratios, not times: the whole render over writing the ready bytes, both as cold processes, in
// turn, on a file system in memory. `npm run bench -- 9` takes nine runs of each instead of five.
const sizes = [
  [4, 2],
  [4, 50],
  [30, 50],
  [30, 200],
] as const;
const runs = Number(process.argv[2] ?? 5);
const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bizflow-bench-'));
const here = import.meta.dirname;

/** Seconds that a cold Node process takes. */
function seconds(script: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@bizflow/source', join(here, script), ...args],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
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
  console.log('regions x services    files   render s   write s   ratio   us per file');
  for (const [regions, services] of sizes) {
    const size = [String(regions), String(services)];
    const ready = inFolder((folder) => {
      seconds('render.ts', [...size, folder]);
      return pack(folder);
    });
    const pairs = Array.from({ length: runs }, () => ({
      render: inFolder((folder) => seconds('render.ts', [...size, folder])),
      write: inFolder((folder) => seconds('write.ts', [...ready.arguments, folder])),
    }));
    const render = median(pairs.map((pair) => pair.render));
    const write = median(pairs.map((pair) => pair.write));
    const ratio = median(pairs.map((pair) => pair.render / pair.write));
    console.log(
      [
        `${regions} x ${services}`.padEnd(18),
        String(ready.files).padStart(8),
        render.toFixed(3).padStart(10),
        write.toFixed(3).padStart(9),
        ratio.toFixed(1).padStart(7),
        ((render / ready.files) * 1e6).toFixed(0).padStart(13),
      ].join(' '),
    );
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
