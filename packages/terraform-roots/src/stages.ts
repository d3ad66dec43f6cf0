import type { Cluster, Fleet } from '@bizflow/config';
import { delivery } from '@bizflow/config/delivery';
import type { RegionId } from '@bizflow/region-catalog';

/**
 * When GitHub applies a root: after those of each stage before its own. A person applies `access`, and destroys what is
 * `leaving`: GitHub would make it again with the next merge. What is `waiting` has an end in a lost region: its apply
 * would fail, and no stage after it would be reached. A person applies it when the region is back.
 */
export const stages = [
  'access',
  'global',
  'hubs',
  'regions',
  'links',
  'registries',
  'pipeline',
  'leaving',
  'waiting',
] as const;
export type Stage = (typeof stages)[number];

/** The stage of what a region has of the registry: all of it at the home of the pipeline. */
export const registryStage = (region: RegionId, fleet: Fleet): Stage => {
  if (isLost(region, fleet)) return 'waiting';
  if (region === delivery.region) return 'pipeline';
  return isLeaving(fleet.catalog[region]) ? 'leaving' : 'registries';
};

/** The stage of a root about some regions. Of one that is to be destroyed, it stays until a person has seen its state empty. */
export const stageOf = (
  [first, ...others]: readonly [Cluster, ...Cluster[]],
  stage: Stage,
  fleet: Fleet,
): Stage => {
  if (isLeaving(first.region)) return 'leaving';
  const isWaiting = [first, ...others].some(
    ({ environment, region }) => environment.sites === 'catalog' && isLost(region.id, fleet),
  );
  return isWaiting ? 'waiting' : stage;
};

const isLeaving = ({ life }: Cluster['region']): boolean => life.extent === 'remains';

const isLost = (region: string, { failedOver }: Fleet): boolean =>
  failedOver.some((lost) => lost === region);
