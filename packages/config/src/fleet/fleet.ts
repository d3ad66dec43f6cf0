import type { Catalog, RegionId, ResidencyException } from '@bizflow/region-catalog';
import {
  type Destroyed,
  destroyed,
  type Move,
  moves,
  type Sheets,
  sheets,
  writtenExceptions,
} from '@bizflow/region-catalog/moves';
import type { AlarmPolicy } from '../alarms/alarm.ts';
import { alarms } from '../alarms/alarms.ts';
import {
  type AccountName,
  type AssignedGitHubApp,
  type AssignedKeys,
  type AssignedToCluster,
  type AssignedValue,
  assignedValues,
  type Signed,
} from '../assigned/assigned.ts';
import { type AwsOffers, awsOffers } from '../aws/aws-offers.ts';
import type { ChartsLock } from '../charts/charts-lock.ts';
import { type FormerValues, formerValues } from '../clusters/former-values.ts';
import { type CostFacts, cost } from '../cost/prices.ts';
import {
  type Environment,
  type EnvironmentName,
  environments,
} from '../environments/environments.ts';
import { repository } from '../environments/repository.ts';
import { failedOver } from '../failover/failover.ts';
import { type Foundation, foundations } from '../foundation/foundation.ts';
import { type GlobalLayer, globalLayers } from '../foundation/global-layer.ts';
import { type Guess, guesses } from '../guesses/guesses.ts';
import type { ImageLock } from '../images/images.ts';
import { type ImagePolicy, imagePolicies } from '../images/scan-policy.ts';
import { withMoves } from '../moves/with-moves.ts';
import { type Backups, backups } from '../recovery/backups.ts';
import { type RecoveryTier, recoveryTiers } from '../recovery/recovery-tiers.ts';
import { type Promotion, promotions } from '../release/promotion.ts';
import type { Service } from '../services/service.ts';
import { services } from '../services/services.ts';
import { type Tenancy, tenancy } from '../tenancy/tenancy.ts';
import { type DedicatedTenant, tenants } from '../tenancy/tenants.ts';

/** Every fact and policy a render starts from. Renderers read nothing else. */
export interface Fleet {
  /** Regions whose standby has taken over; {@link Fleet.catalog} has their roles swapped already. */
  readonly failedOver: readonly RegionId[];
  readonly recoveryTiers: Readonly<Record<string, RecoveryTier>>;
  readonly backups: Backups;
  /** The regions as they are now: their fact sheets, with the moves that are on their way. */
  readonly catalog: Catalog;
  /** What AWS offers where. */
  readonly aws: AwsOffers;
  readonly sheets: Sheets;
  readonly moves: readonly Move[];
  /** Regions whose Terraform roots may go, because their state was seen empty. */
  readonly destroyed: readonly Destroyed[];
  /** The exceptions as they are written; {@link Fleet.exceptions} has those that are needed now. */
  readonly writtenExceptions: readonly ResidencyException[];
  readonly exceptions: readonly ResidencyException[];
  readonly environments: readonly Environment[];
  readonly foundations: Readonly<Record<EnvironmentName, Foundation>>;
  readonly globalLayers: Readonly<Record<EnvironmentName, GlobalLayer>>;
  readonly services: readonly Service[];
  readonly tenants: readonly DedicatedTenant[];
  /** How tenants are kept apart in the database they share. */
  readonly tenancy: Tenancy;
  readonly repository: string;
  readonly assigned: {
    readonly accounts: Readonly<Record<AccountName, AssignedValue>>;
    readonly keys: Readonly<Record<string, AssignedKeys | undefined>>;
    readonly datastores: Readonly<Record<string, AssignedValue | undefined>>;
    readonly signing: Readonly<Record<Signed, AssignedValue>>;
    readonly gitHubApp: AssignedGitHubApp;
    readonly clusters: Readonly<Record<string, AssignedToCluster | undefined>>;
  };
  /** Values that neither the document nor AWS gives; the facts that they are part of read them. */
  readonly guesses: Readonly<Record<string, Guess<unknown>>>;
  /** What admission accepts beside today's values, by cluster. */
  readonly formerValues: Readonly<Record<string, FormerValues | undefined>>;
  readonly lock: ImageLock;
  /** What each pinned chart renders. */
  readonly charts: ChartsLock;
  readonly imagePolicies: Readonly<Record<EnvironmentName, ImagePolicy>>;
  readonly promotions: readonly Promotion[];
  readonly cost: CostFacts;
  readonly alarms: readonly AlarmPolicy[];
}

/** The fleet as this repository states it, with what its two locks pin: images, and what charts render. */
export const fleet = (lock: ImageLock, charts: ChartsLock): Fleet => ({
  failedOver,
  recoveryTiers,
  backups,
  aws: awsOffers,
  sheets,
  writtenExceptions,
  destroyed,
  ...withMoves({ sheets, writtenExceptions, failedOver, tenants, formerValues }, moves),
  environments: Object.values(environments),
  foundations,
  globalLayers,
  services,
  tenancy,
  repository,
  assigned: assignedValues,
  guesses,
  lock,
  charts,
  imagePolicies,
  promotions,
  cost,
  alarms,
});
