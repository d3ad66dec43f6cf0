import type { ManifestFile } from '@bizflow/config';
import { argoCd } from '@bizflow/config/platform';
import { type Problem, unless } from '@bizflow/kernel';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { applicationWaves, arrivals, type Waves } from './arrivals.ts';
import type { ClusterObjects } from './objects.ts';

/** No object comes before the namespace that it is in. */
export const namespacesComeFirst = (objects: ClusterObjects): readonly Problem[] => {
  const arrives = arrivals(objects);
  const homes = namespaceWaves(objects, arrives);
  return [...objects.folders].flatMap(([folder, files]) => {
    const arrival = arrives(folder) ?? Number.POSITIVE_INFINITY;
    return files.flatMap((file) => lateNamespace(file, arrival, homes));
  });
};

/** The first wave in which each namespace is there: Kubernetes' own and Argo CD's from the start. */
const namespaceWaves = (
  objects: ClusterObjects,
  arrives: (folder: string) => number | undefined,
): Waves =>
  new Map<string, number>([
    ['kube-system', Number.NEGATIVE_INFINITY],
    [argoCd.namespace, Number.NEGATIVE_INFINITY],
    ...objects
      .ofKind<IApplication>('Application')
      .filter(({ body }) => body.spec.syncPolicy?.syncOptions?.includes('CreateNamespace=true'))
      .map(({ name, body }): [string, number] => [
        body.spec.destination.namespace ?? '',
        (applicationWaves(objects).get(name) ?? Number.NaN) + 1,
      ]),
    // A Namespace is created before the rest of its folder.
    ...objects
      .ofKind('Namespace')
      .map(({ path, name }): [string, number] => [
        name,
        arrives(path.slice(0, path.lastIndexOf('/'))) ?? Number.NaN,
      ]),
  ]);

const lateNamespace = (
  { path, body: { metadata } }: ManifestFile,
  arrival: number,
  homes: Waves,
): readonly Problem[] => {
  if (metadata.namespace === undefined) return [];
  const home = homes.get(metadata.namespace);
  return unless(home !== undefined && home <= arrival, {
    code: 'WAVE_NAMESPACE',
    at: path,
    value: `wave ${arrival}`,
    reason:
      home === undefined
        ? `is in the namespace ${metadata.namespace}, which nothing creates`
        : `is in the namespace ${metadata.namespace}, which is created in sync wave ${home}`,
    remedy: 'in components.ts, add the component that creates the namespace to `after`',
  });
};
