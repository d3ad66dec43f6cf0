import {
  type Catalog,
  catalog,
  exceptions,
  type RegionId,
  type ResidencyException,
} from '@bizflow/region-catalog';
import { type AlarmPolicy, alarms } from './alarms.ts';
import { type CostFacts, cost } from './cost.ts';
import { type Environment, type EnvironmentName, environments } from './environments.ts';
import { failedOver, type Placement, takenOver } from './failover.ts';
import { type Foundation, foundations } from './foundation.ts';
import { type ImagePolicy, imagePolicies } from './image-policy.ts';
import type { ImageLock } from './images.ts';
import {
  type AccountName,
  type ClusterMinted,
  type KeysMinted,
  type Minted,
  mintedValues,
} from './minted.ts';
import { type Promotion, promotions } from './promotion.ts';
import { type RecoveryTier, recoveryTiers } from './recovery.ts';
import { repository } from './repository.ts';
import type { Service } from './service.ts';
import { services } from './services.ts';
import { type Tenancy, tenancy } from './tenancy.ts';
import { type DedicatedTenant, tenants } from './tenants.ts';

/** Every fact and policy a render starts from. Renderers read nothing else. */
export interface Fleet {
  /** Regions whose standby has taken over; {@link Fleet.catalog} has their roles swapped already. */
  readonly failedOver: readonly RegionId[];
  readonly recoveryTiers: Readonly<Record<string, RecoveryTier>>;
  readonly catalog: Catalog;
  readonly exceptions: readonly ResidencyException[];
  readonly environments: readonly Environment[];
  readonly foundations: Readonly<Record<EnvironmentName, Foundation>>;
  readonly services: readonly Service[];
  readonly tenants: readonly DedicatedTenant[];
  /** How tenants are kept apart in the database they share. */
  readonly tenancy: Tenancy;
  readonly repository: string;
  readonly minted: {
    readonly accounts: Readonly<Record<AccountName, Minted>>;
    readonly keys: Readonly<Record<string, KeysMinted | undefined>>;
    readonly datastores: Readonly<Record<string, Minted | undefined>>;
    readonly clusters: Readonly<Record<string, ClusterMinted | undefined>>;
  };
  readonly lock: ImageLock;
  readonly imagePolicies: Readonly<Record<EnvironmentName, ImagePolicy>>;
  readonly promotions: readonly Promotion[];
  readonly cost: CostFacts;
  readonly alarms: readonly AlarmPolicy[];
}

/** The fleet as this repository states it, with the images that its lock pins. */
export const fleet = (lock: ImageLock): Fleet => ({
  failedOver,
  recoveryTiers,
  ...failedOver.reduce<Placement>(takenOver, { catalog, exceptions }),
  environments: Object.values(environments),
  foundations,
  services,
  tenants,
  tenancy,
  repository,
  minted: mintedValues,
  lock,
  imagePolicies,
  promotions,
  cost,
  alarms,
});
