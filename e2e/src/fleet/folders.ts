import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ManifestFile } from '@bizflow/config';
import { manifestFiles } from '@bizflow/generator/schemas';
import { E2eError } from '../harness/e2e-error.ts';
import { repository } from '../harness/places.ts';

/** What one cluster is to pull, as it is committed. */
export interface ClusterFolder {
  /** `<environment>/<region>`. */
  readonly id: string;
  /** The objects, by their path from the repository's root. */
  readonly files: readonly ManifestFile[];
}

/** The folders of `gitops/` in a repository, one for each cluster. */
export const clusterFolders = (root: string = repository): readonly ClusterFolder[] =>
  globSync('gitops/*/*', { cwd: root })
    .sort()
    .map((path) => {
      const { files, problems } = manifestFiles(join(root, path));
      if (problems.length > 0) throw new E2eError(`${path} does not contain manifests`);
      return {
        id: relative('gitops', path),
        files: files.map(({ path: at, body }) => ({
          path: relative(root, at),
          body: body as ManifestFile['body'],
        })),
      };
    });
