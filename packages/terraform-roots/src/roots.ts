import { type Cluster, clusters, type Environment, type Fleet } from '@bizflow/config';
import { registryRegions } from '@bizflow/config/delivery';
import { regionRoot as regionPath, releasesTo } from '@bizflow/config/order';
import { accessRoot } from './access/access-root.ts';
import { accessFolder, accounts } from './access/account.ts';
import { deliveryFolder, deliveryRoot } from './delivery-root.ts';
import { folderOf } from './folders.ts';
import type { CloudFrontAcl } from './global/cdn.ts';
import { globalFolder, globalRoot } from './global/global-root.ts';
import { linkFolder, linkRoot } from './links/link-root.ts';
import { links } from './links/links.ts';
import { regionRoot } from './region-root.ts';
import type { OriginAcl, RootFile } from './root-file.ts';

/** A root module: a folder with its own provider and state. */
export interface Root {
  readonly folder: string;
  readonly environment: Environment;
  /** The place it is about; null for what has no region. */
  readonly cluster: Cluster | null;
  readonly files: () => readonly RootFile[];
}

/** What the edge policy says; renderers never know each other, so that it is handed in. */
export interface WebAcls {
  readonly cloudFront: (environment: Environment) => CloudFrontAcl;
  readonly origin: (cluster: Cluster) => OriginAcl;
}

/** Every root of the fleet: the places, the links between them, what has no region, delivery, and access. */
export const roots = (fleet: Fleet, acls: WebAcls): readonly Root[] => [
  ...clusters(fleet).map((cluster) => ({
    folder: folderOf(regionPath(cluster)),
    environment: cluster.environment,
    cluster,
    files: () => regionRoot(cluster, fleet, acls.origin(cluster)),
  })),
  ...links(fleet).map((link) => ({
    folder: linkFolder(link),
    environment: link.spoke.environment,
    cluster: link.spoke,
    files: () => linkRoot(link, fleet),
  })),
  ...fleet.environments.map((environment) => ({
    folder: globalFolder(environment),
    environment,
    cluster: null,
    files: () => globalRoot(environment, fleet, acls.cloudFront(environment)),
  })),
  ...registryRegions(fleet).map((region) => ({
    folder: deliveryFolder(region),
    environment: releasesTo,
    cluster: null,
    files: () => deliveryRoot(region, fleet),
  })),
  ...accounts(fleet).map((account) => ({
    folder: accessFolder(account),
    environment: account.environment,
    cluster: null,
    files: () => accessRoot(account, fleet),
  })),
];
