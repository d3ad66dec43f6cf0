import type { Cluster } from '@bizflow/config';
import { argoCd } from '@bizflow/config/platform';
import { placeLabels } from '../labels.ts';
import type { ObjectMeta } from '../service/metadata.ts';

/** The metadata of an object that Argo CD itself reads. */
export const metadata = (
  cluster: Cluster,
  name: string,
  annotations: Readonly<Record<string, string>> = {},
): ObjectMeta => ({
  name,
  namespace: argoCd.namespace,
  labels: { ...placeLabels(cluster) },
  annotations: { ...annotations },
});

/** Orders what the root Application applies: projects, controllers, components, ApplicationSets. */
export const inBootstrapWave = (wave: number): Readonly<Record<string, string>> => ({
  'argocd.argoproj.io/sync-wave': String(wave),
});
