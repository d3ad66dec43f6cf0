import type { Cluster } from '@bizflow/config';

/** The folder of everything rendered for Argo CD. */
export const gitops = 'gitops';

/** What one cluster's Argo CD pulls: `gitops/<environment>/<region>`. */
export const clusterFolder = ({ id }: Pick<Cluster, 'id'>): string => `${gitops}/${id}`;

/** What the root Application applies. */
export const bootstrapFolder = (cluster: Pick<Cluster, 'id'>): string =>
  `${clusterFolder(cluster)}/bootstrap`;

/** One component of the platform. */
export const platformFolder = (cluster: Pick<Cluster, 'id'>, component: string): string =>
  `${clusterFolder(cluster)}/platform/${component}`;

/** It contains one folder per dedicated tenant. */
export const tenantsFolder = (cluster: Pick<Cluster, 'id'>): string =>
  `${clusterFolder(cluster)}/tenants`;

/** It contains one folder per service. */
export const servicesFolder = (cluster: Pick<Cluster, 'id'>): string =>
  `${clusterFolder(cluster)}/services`;

/** A folder of our repository, as Argo CD pulls it. */
export const pulled = (
  { repository, environment }: Pick<Cluster, 'repository' | 'environment'>,
  path: string,
) => ({
  repoURL: repository,
  targetRevision: environment.branch,
  path,
  directory: { recurse: true },
});
