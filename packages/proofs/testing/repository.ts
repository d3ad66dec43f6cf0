import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
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
