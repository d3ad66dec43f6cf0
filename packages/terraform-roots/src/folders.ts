import type { Cluster, Environment } from '@bizflow/config';

/** The folder of every rendered root; hand-written files are elsewhere. */
export const environmentsFolder = 'terraform/environments';

/** The folder of an environment's roots. */
export const environmentFolder = ({ name }: Pick<Environment, 'name'>): string =>
  `${environmentsFolder}/${name}`;

/**
 * The folder of a cluster's root, as the document draws it: below the environment, or the
 * environment's own where it has a single site.
 */
export const rootFolder = ({
  environment,
  region,
}: Pick<Cluster, 'environment' | 'region'>): string =>
  environment.sites === 'catalog' || environment.sites.length > 1
    ? `${environmentFolder(environment)}/${region.id}`
    : environmentFolder(environment);

/** The way from a root's folder to a hand-written module: `../../../modules/vpc`. */
export const modulePath = (folder: string, module: string): string =>
  `${'../'.repeat(folder.split('/').length - 1)}modules/${module}`;
