import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { regionIds } from '@bizflow/region-catalog';
import { rolldown } from 'rolldown';

const name = '@bizflow/region-catalog';

/** What a reader's bundler makes of some code: minified, for browsers, with what it imports inside. */
export async function bundle(home: string, code: string): Promise<string> {
  const entry = join(home, 'bundled.js');
  const build = await rolldown({
    cwd: home,
    input: entry,
    platform: 'browser',
    plugins: [
      {
        name: 'reader',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
  });
  const { output } = await build.generate({ format: 'iife', name: 'reader', minify: true });
  return output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
}

/** Bytes after gzip, of what a browser downloads. */
const budgets = [
  { what: 'all facts and look-ups', code: `export * from '${name}'`, bytes: 5 * 1024 },
  {
    what: 'one fact of a region',
    code: `export { network } from '${name}/facts/${regionIds[0]}'`,
    bytes: 512,
  },
  { what: 'the region ids', code: `export { regionIds } from '${name}'`, bytes: 512 },
] as const;

/** The size of each budgeted bundle. It throws when one is above its budget. */
export async function sizes(home: string): Promise<string> {
  const lines: string[] = [];
  for (const { what, code, bytes } of budgets) {
    const size = gzipSync(await bundle(home, code), { level: 9 }).length;
    if (size > bytes) throw new Error(`${what}: ${size} bytes after gzip, at most ${bytes}`);
    lines.push(`${what} ${size} bytes of ${bytes}`);
  }
  return lines.join(', ');
}
