import { expect, it } from 'vitest';
import * as api from './index.ts';

it('offers the files of a cluster, its install, folders and rules, and no construct', () => {
  expect(Object.keys(api).sort()).toEqual([
    'admittedLabels',
    'admittedRegistries',
    'argoCdInstall',
    'chartReleases',
    'chartRules',
    'clusterFiles',
    'clusterFolder',
    'clusterRules',
    'gitops',
    'orderRules',
    'podSecurityLevel',
    'schemaRules',
    'servicesFolder',
  ]);
});
