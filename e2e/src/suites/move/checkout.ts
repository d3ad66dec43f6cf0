import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClusterFolder, clusterFolders } from '../../fleet/folders.ts';
import { type Told, told } from './told.ts';

/** What a checkout has at a step of its move; it does not change when the checkout goes on. */
export interface Checkout {
  readonly step: string;
  readonly root: string;
  readonly told: Told;
  readonly folders: readonly ClusterFolder[];
  /** All of `gitops/`, by path. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Reads a checkout as it is now. */
export function checkout(root: string, step: string): Checkout {
  const paths = globSync('gitops/**/*.yaml', { cwd: root });
  return {
    ...{ step, root },
    told: told(root, step),
    folders: clusterFolders(root),
    texts: Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])),
  };
}

/** The folder of a cluster, or undefined where it has none yet or any more. */
export const folderOf = ({ folders }: Checkout, id: string): ClusterFolder | undefined =>
  folders.find((one) => one.id === id);
