import type { Cluster } from '@bizflow/config';
import { placeLabels } from '../labels.ts';
import type { ObjectMeta } from '../service/metadata.ts';

/** The metadata of a cluster-wide object of the platform. */
export const clusterWide = (
  cluster: Cluster,
  name: string,
  annotations: Readonly<Record<string, string>> = {},
): ObjectMeta => ({ annotations: { ...annotations }, labels: { ...placeLabels(cluster) }, name });
