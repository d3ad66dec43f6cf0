import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '@nx/devkit';

/** A callback for Nx, run once the files are written: formats what changed, then says what next. */
export function formatThenSay(tree: Tree, next: string): () => void {
  const changed = tree
    .listChanges()
    .filter(({ type, path }) => type !== 'DELETE' && /\.(ts|json)$/.test(path))
    .map(({ path }) => path);
  return () => {
    const biome = join(tree.root, 'node_modules/.bin/biome');
    // Without a path, Biome takes the whole repository, rendered files and all.
    if (changed.length > 0 && existsSync(biome))
      spawnSync(biome, ['check', '--write', ...changed], { cwd: tree.root });
    console.log(next);
  };
}
