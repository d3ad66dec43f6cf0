import { expect, it } from 'vitest';
import * as api from './index.ts';

it('offers the files of a cluster, their folders, their check and a migration, and nothing more', () => {
  expect(Object.keys(api).sort()).toEqual([
    'clusterFiles',
    'clusterFolder',
    'clusterProblems',
    'confirmed',
    'gitops',
    'migrationManifests',
    'placeLabels',
    'schemaProblems',
    'servicesFolder',
    'wafFolder',
    'writesAtHome',
  ]);
});
