import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fleet } from '@bizflow/config';
import { committed } from '@bizflow/config/testing';
import { treeOf } from '@bizflow/terraform-plan';
import { parsedTree } from '@bizflow/terraform-plan/testing';
import { cacheFolder, repository } from '@bizflow/testing/repository';
import { type RenderedFleet, renderedFleet } from '../src/rendered-fleet.ts';

const manifests: RenderedFleet['manifests'] = Object.fromEntries(
  globSync('gitops/**/*.yaml', { cwd: repository }).map((file) => [
    file.replaceAll('\\', '/'),
    readFileSync(join(repository, file), 'utf8'),
  ]),
);

/** The fleet of this repository as it is rendered. */
export const own: RenderedFleet = renderedFleet(
  committed,
  await parsedTree(join(repository, 'terraform'), join(cacheFolder, 'terraform-plan')),
  manifests,
);

/** This repository's modules under the roots and manifests of another fleet, by their path. */
export const rerendered = async (
  fleet: Fleet,
  files: Readonly<Record<string, string>>,
): Promise<RenderedFleet> => {
  const isRoot = ([folder]: readonly [string, unknown]) => folder.startsWith('environments/');
  const below = (folder: string) =>
    Object.entries(files).filter(([path]) => path.startsWith(folder));
  const modules = Object.fromEntries(Object.entries(own.tree).filter((one) => !isRoot(one)));
  const roots = below('terraform/').map(([path, text]) => [path.slice('terraform/'.length), text]);
  const tree = { ...modules, ...(await treeOf(Object.fromEntries(roots))) };
  return renderedFleet(fleet, tree, Object.fromEntries(below('gitops/')));
};
