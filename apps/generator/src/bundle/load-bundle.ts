import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFolder, digestOf, root } from './bundle-files.ts';
import { runBundle } from './run-bundle.ts';

/**
 * Loads a module of `src/` as one file with everything it imports. The file is made again when
 * the content of any source differs. Throws where it cannot be made, written or run.
 */
export async function loadBundle(module: string): Promise<unknown> {
  const file = join(bundleFolder, module.replaceAll('/', '-').replace(/\.ts$/, '.cjs'));
  if (!isFresh(file)) {
    const { makeBundle } = await import('./make-bundle.ts');
    await makeBundle(join(import.meta.dirname, '..', module), file);
  }
  return runBundle(file);
}

// Content, not times: a checkout or a copy may leave a time and a size as they were.
function isFresh(file: string): boolean {
  try {
    const text = readFileSync(file, 'latin1');
    const origin = JSON.parse(text.slice(text.lastIndexOf('\n//') + 3));
    const paths: readonly string[] = origin.paths;
    return origin.digest === digestOf(paths.map((path) => readFileSync(join(root, path))));
  } catch {
    return false;
  }
}
