import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '@bizflow/terraform-plan';
import { type Plan, planOf } from '@bizflow/terraform-plan';
import { parsedTree } from '@bizflow/terraform-plan/testing';

/** The top of this repository. */
export const repository = join(import.meta.dirname, '../../..');

const terraform = join(repository, 'terraform');

/** This repository's own modules and roots. */
export const ownTree: Tree = existsSync(terraform)
  ? await parsedTree(terraform, join(repository, 'node_modules/.cache/terraform-plan'))
  : {};

/** A plan of each of its roots. */
export const ownPlans: readonly Plan[] = Object.keys(ownTree)
  .filter((folder) => folder.startsWith('environments/'))
  .map((root) => planOf(ownTree, root));

/** The rendered manifests of every cluster. */
export const ownManifests: Readonly<Record<string, string>> = Object.fromEntries(
  globSync('gitops/**/*.yaml', { cwd: repository }).map((file) => [
    file.replaceAll('\\', '/'),
    readFileSync(join(repository, file), 'utf8'),
  ]),
);
