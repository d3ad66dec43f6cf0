import { expect, it } from 'vitest';
import * as api from './index.ts';

it('offers the files of a cluster, its install, folders, check and migration, and nothing more', () => {
  expect(Object.keys(api).sort()).toEqual([
    'argoCdInstall',
    'clusterFiles',
    'clusterFolder',
    'clusterProblems',
    'confirmed',
    'gitops',
    'install',
    'installFolder',
    'migrationManifests',
    'placeLabels',
    'schemaProblems',
    'servicesFolder',
    'wafFolder',
    'writesAtHome',
  ]);
});
