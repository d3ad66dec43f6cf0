import { expect, it } from 'vitest';
import * as api from './index.ts';

it('offers the files of a cluster, their folders and their check, and nothing more', () => {
  expect(Object.keys(api).sort()).toEqual([
    'clusterFiles',
    'clusterFolder',
    'clusterProblems',
    'confirmed',
    'gitops',
    'placeLabels',
    'schemaProblems',
    'servicesFolder',
    'wafFolder',
  ]);
});
