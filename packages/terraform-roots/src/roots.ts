import { type Cluster, clusters, type Environment, type Fleet } from '@bizflow/config';
import type { AccountName } from '@bizflow/config/assigned';
import { registryRegions } from '@bizflow/config/delivery';
import { globalRegion } from '@bizflow/config/foundation';
import { regionRoot as regionPath, releasesTo } from '@bizflow/config/order';
import { accessRegion, accessRoot } from './access/access-root.ts';
import { accessFolder, accounts } from './access/account.ts';
import { deliveryFolder, deliveryRoot } from './delivery-root.ts';
import { folderOf } from './folders.ts';
import type { CloudFrontAcl } from './global/cdn.ts';
import { globalFolder, globalRoot } from './global/global-root.ts';
import { linkFolder, linkRoot } from './links/link-root.ts';
import { links } from './links/links.ts';
import { regionRoot } from './region-root.ts';
import type { OriginAcl, RootFile } from './root-file.ts';
import { registryStage, type Stage, stageOf } from './stages.ts';

/** A root module: a folder with its own provider and state. */
export interface Root {
  readonly folder: string;
  readonly environment: Environment;
  /** The place it is about; null for what has no region. */
  readonly cluster: Cluster | null;
  readonly account: AccountName;
  /** Where its state is. */
  readonly region: string;
  readonly stage: Stage;
  readonly files: () => readonly RootFile[];
}

/** What the edge policy says; renderers never know each other, so that it is handed in. */
export interface WebAcls {
  readonly cloudFront: (environment: Environment) => CloudFrontAcl;
  readonly origin: (cluster: Cluster) => OriginAcl;
}

/** Every root of the fleet: the places, the links between them, what has no region, delivery, and access. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of the kinds of root, each with the same fields
export const roots = (fleet: Fleet, acls: WebAcls): readonly Root[] => [
  ...clusters(fleet).map((cluster) => ({
    folder: folderOf(regionPath(cluster)),
    environment: cluster.environment,
    cluster,
    account: cluster.environment.name,
    region: cluster.region.id,
    stage: stageOf([cluster], isHub(cluster, fleet) ? 'hubs' : 'regions', fleet),
    files: () => regionRoot(cluster, fleet, acls.origin(cluster)),
  })),
  ...links(fleet).map((link) => ({
    folder: linkFolder(link),
    environment: link.spoke.environment,
    cluster: link.spoke,
    account: link.spoke.environment.name,
    region: link.spoke.region.id,
    stage: stageOf([link.spoke, link.hub], 'links', fleet),
    files: () => linkRoot(link, fleet),
  })),
  ...fleet.environments.map((environment) => ({
    folder: globalFolder(environment),
    environment,
    cluster: null,
    account: environment.name,
    region: globalRegion,
    stage: 'global' as const,
    files: () => globalRoot(environment, fleet, acls.cloudFront(environment)),
  })),
  ...registryRegions(fleet).map((region) => ({
    folder: deliveryFolder(region),
    environment: releasesTo,
    cluster: null,
    account: 'delivery' as const,
    region,
    stage: registryStage(region, fleet),
    files: () => deliveryRoot(region, fleet),
  })),
  ...accounts(fleet).map((account) => ({
    folder: accessFolder(account),
    environment: account.environment,
    cluster: null,
    account: account.name,
    region: accessRegion(account),
    stage: 'access' as const,
    files: () => accessRoot(account, fleet),
  })),
];

// One region of several that others copy.
const isHub = ({ environment, region }: Cluster, { foundations }: Fleet): boolean =>
  environment.sites === 'catalog' && region.id === foundations[environment.name].hub;
