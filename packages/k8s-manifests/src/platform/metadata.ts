import type { Cluster } from '@bizflow/config';
import { placeLabels } from '../labels.ts';
import type { ObjectMeta } from '../service/metadata.ts';

/** The metadata of a cluster-wide object of the platform. */
export const clusterWide = (
  cluster: Cluster,
  name: string,
  annotations: Readonly<Record<string, string>> = {},
): ObjectMeta => ({
  // The API server drops an empty map, and Argo CD would compare one that is not there.
  ...(Object.keys(annotations).length === 0 ? {} : { annotations: { ...annotations } }),
  labels: { ...placeLabels(cluster) },
  name,
});

/** The metadata of an object of the platform that stands in a namespace. */
export const namespaced = (
  cluster: Cluster,
  namespace: string,
  name: string,
  annotations: Readonly<Record<string, string>> = {},
): ObjectMeta => ({ ...clusterWide(cluster, name, annotations), namespace });
