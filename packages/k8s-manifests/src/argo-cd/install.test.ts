import { clusters } from '@bizflow/config';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { expect, it } from 'vitest';
import { committed, named } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';
import { argoCdInstall } from './install.ts';

it.each(clusters(committed))('installs in $id what its own Application then keeps', (cluster) => {
  const [chart, values, ...others] = argoCdInstall(cluster);
  const manifests = clusterFiles(cluster, committed).map(({ body }) => body);
  const { source, destination } = named<IApplication>(manifests, 'Application', 'argo-cd').spec;
  expect(chart?.body).toMatchObject({
    dependencies: [
      { name: source?.chart, version: source?.targetRevision, repository: source?.repoURL },
    ],
  });
  expect(values?.body).toEqual({ 'argo-cd': source?.helm?.valuesObject });
  expect(destination.namespace).toBe('argocd');
  expect(others).toEqual([]);
});

it.each(clusters(committed))('has Argo CD wait in $id for its own Applications', (cluster) => {
  const [, values] = argoCdInstall(cluster);
  expect(values?.body).toHaveProperty(
    ['argo-cd', 'configs', 'cm', 'resource.customizations.health.argoproj.io_Application'],
    expect.stringContaining('hs.status = status.health.status'),
  );
});
