import { type Cluster, type Fleet, imageRepository, sourceRepository } from '@bizflow/config';
import {
  delivery,
  imageRegions,
  mirroredRepositories,
  provingCluster,
  repositories,
  signingAlias,
} from '@bizflow/config/delivery';
import { pipelineExternalId, pipelineRole } from '@bizflow/config/names';
import { deliveryRoot as rootPath } from '@bizflow/config/order';
import type { RegionId } from '@bizflow/region-catalog';
import { accountBudgetCall } from './calls/account-budget.ts';
import { addresses } from './declared.ts';
import { deliveryKey, deliveryKeyArn as keyArn } from './delivery-key.ts';
import { folderOf } from './folders.ts';
import { type Blocks, callPart, filesOf, type RootFile } from './root-file.ts';
import { regionTags, rootSettings } from './settings.ts';
import { sharedSubnetIds, sharedSubnets } from './shared-subnets.ts';

/** The folder of the delivery account's root of a region. */
export const deliveryFolder = (region: string): string => folderOf(rootPath(region));

/**
 * The delivery account in one region: the registry in each region of the fleet, and in the one that
 * is pushed to what builds and replicates as well. The others are applied first (decision 0022).
 */
export const deliveryRoot = (region: RegionId, fleet: Fleet): readonly RootFile[] => {
  const folder = deliveryFolder(region);
  const account = fleet.assigned.accounts.delivery.value;
  const home = { account, region, key: `delivery/${region}` };
  return filesOf(folder, [
    ...rootSettings(home, regionTags('delivery', fleet.catalog[region])),
    deliveryKey(home),
    callPart(
      folder,
      region === delivery.region
        ? {
            module: 'delivery',
            inputs: pipeline(fleet),
            beside: { ...tokens, ...sharedSubnets(proving(fleet)) },
          }
        : { module: 'registry', inputs: registry(fleet) },
    ),
    ...(region === delivery.region
      ? [callPart(folder, accountBudgetCall('delivery', fleet, { variable: { emails } }))]
      : []),
  ]);
};

const emails = addresses('Email addresses for alerts about the cost of the account.');

const readers = ({ environments: all, assigned }: Fleet) => ({
  pull_accounts: [...new Set(all.map(({ name }) => assigned.accounts[name].value))].toSorted(),
  kms_key_arn: keyArn,
});

const registry = (fleet: Fleet): Blocks => ({
  repositories: repositories(fleet),
  ...readers(fleet),
});

const proving = (fleet: Fleet): Cluster => {
  const cluster = provingCluster(fleet);
  if (cluster === undefined) throw new RangeError('no staging cluster tests images');
  return cluster;
};

const pipeline = (fleet: Fleet): Blocks => ({
  name: delivery.name,
  services: Object.fromEntries(
    fleet.services.map((service) => [
      service.name,
      { repository: imageRepository(service), source: sourceRepository(service) },
    ]),
  ),
  mirrored_repositories: mirroredRepositories(fleet),
  platform_source: fleet.repository,
  branches: Object.fromEntries(fleet.environments.map(({ name, branch }) => [name, branch])),
  replica_regions: imageRegions(fleet).filter((region) => region !== delivery.region),
  ...readers(fleet),
  secrets: Object.fromEntries(
    Object.keys(delivery.secrets).map((name) => [
      name,
      `\${aws_secretsmanager_secret.${name}.arn}`,
    ]),
  ),
  signing_keys: { images: signingAlias('images'), renders: signingAlias('renders') },
  staging_reader_role_arn: `arn:aws:iam::${proving(fleet).account}:role/${pipelineRole(proving(fleet))}`,
  staging_external_id: pipelineExternalId(proving(fleet)),
  vpc: sharedSubnetIds(proving(fleet)),
});

// A person writes their values once: a token in Terraform would be in its state.
const tokens: Blocks = {
  resource: {
    aws_secretsmanager_secret: Object.fromEntries(
      Object.entries(delivery.secrets).map(([resource, name]) => [
        resource,
        { name, kms_key_id: keyArn, description: 'A token of the pipeline; put in by hand' },
      ]),
    ),
  },
};
