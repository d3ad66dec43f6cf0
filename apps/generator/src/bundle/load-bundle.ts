import { join } from 'node:path';
import { bundleFolder } from './bundle-files.ts';
import { freshDigest } from './origin.ts';
import { DamagedBundle, runBundle } from './run-bundle.ts';

/**
 * Loads a module of `src/` as one file with everything it imports. The file is made again when
 * the content of any source differs, or when it is damaged. Throws where it cannot be made, written or run.
 */
export async function loadBundle(module: string): Promise<unknown> {
  const file = join(bundleFolder, module.replaceAll('/', '-').replace(/\.ts$/, '.cjs'));
  const known = freshDigest(file);
  try {
    if (known !== undefined) return runBundle(file, known);
  } catch (error) {
    if (!(error instanceof DamagedBundle)) throw error;
  }
  const { makeBundle } = await import('./make-bundle.ts');
  return runBundle(file, await makeBundle(join(import.meta.dirname, '..', module), file));
}
