import { clusters } from '@bizflow/config';
import { argoCd } from '@bizflow/config/platform';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { expect, it } from 'vitest';
import { committed, named } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';
import { argoCdInstall } from './install.ts';

it.each(clusters(committed))('installs in $id what its own Application then keeps', (cluster) => {
  const [namespace, values, ...others] = argoCdInstall(cluster);
  const manifests = clusterFiles(cluster, committed).map(({ body }) => body);
  const { source, destination, syncPolicy } = named<IApplication>(
    manifests,
    'Application',
    'argo-cd',
  ).spec;
  expect(namespace?.body).toMatchObject({
    kind: 'Namespace',
    metadata: { name: destination.namespace, ...syncPolicy?.managedNamespaceMetadata },
  });
  expect(values?.body).toEqual(source?.helm?.valuesObject);
  expect(destination.namespace).toBe('argocd');
  expect(others).toEqual([]);
});

it.each(clusters(committed))('has Argo CD wait in $id for its own Applications', (cluster) => {
  const [, values] = argoCdInstall(cluster);
  expect(values?.body).toHaveProperty(
    ['configs', 'cm', 'resource.customizations.health.argoproj.io_Application'],
    expect.stringContaining('hs.status = status.health.status'),
  );
});

it.each(clusters(committed))('has in $id one version of image and definitions', (cluster) => {
  const manifests = clusterFiles(cluster, committed).map(({ body }) => body);
  const spec = (name: string) => named<IApplication>(manifests, 'Application', name).spec;
  expect(spec('argo-cd').source?.helm?.valuesObject).toMatchObject({
    crds: { install: false },
    global: { image: { tag: argoCd.version } },
  });
  expect(spec('argo-cd-crds').source?.targetRevision).toBe(argoCd.version);
});
