import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { bundleFolder, digestOf, root, writeWhole } from './bundle-files.ts';

/**
 * Bundles packages of other people into one file that gives each by the path it was resolved to, and
 * returns that file with its digest. It is made once for what is installed: no edit of a source changes it.
 */
export async function bundlePackages(
  packages: ReadonlySet<string>,
  installed: readonly Buffer[],
): Promise<readonly [file: string, digest: string]> {
  const ids = [...packages].sort();
  const maker = readFileSync(import.meta.filename);
  const digest = digestOf([...installed, maker, Buffer.from(ids.join('\n'))]);
  const file = join(bundleFolder, `packages-${digest.slice(0, 16)}.cjs`);
  const known = wholeDigest(file);
  if (known !== undefined) return [file, known];
  const build = await rolldown({
    input: entry,
    platform: 'node',
    tsconfig: false,
    logLevel: 'silent',
    plugins: [written(ids)],
  });
  const { output } = await build.generate({
    format: 'cjs',
    codeSplitting: false,
    exports: 'default',
    // Nothing but spaces and comments: an error names its class.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
  const code = Buffer.from(output[0].code);
  const own = digestOf([code]);
  writeWhole(file, code);
  writeWhole(`${file}.json`, JSON.stringify(own));
  return [file, own];
}

/** The digest of a file that is as it was made. */
function wholeDigest(file: string): string | undefined {
  try {
    const own = digestOf([readFileSync(file)]);
    return JSON.parse(readFileSync(`${file}.json`, 'utf8')) === own ? own : undefined;
  } catch {
    return undefined;
  }
}

const entry = join(root, 'packages.js');

/** The entry, which is not a file on disk. */
const written = (ids: readonly string[]): Plugin => ({
  name: 'written',
  resolveId: (id) => (id === entry ? id : null),
  load: (id) =>
    id === entry
      ? [
          ...ids.map((id, index) => `import * as package${index} from ${JSON.stringify(id)};`),
          `export default { ${ids.map((id, index) => `${JSON.stringify(id)}: package${index}`)} };`,
        ].join('\n')
      : null,
});
