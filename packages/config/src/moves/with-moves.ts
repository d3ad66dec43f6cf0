import { placedAmong, type RegionId, type ResidencyException } from '@bizflow/region-catalog';
import { allowed, type Move, placed, type Sheets, settled } from '@bizflow/region-catalog/moves';
import type { FormerValues } from '../clusters/former-values.ts';
import { type Placement, takenOver } from '../failover/failover.ts';
import type { DedicatedTenant } from '../tenancy/tenants.ts';
import { formerLaws } from './former-laws.ts';

/** The facts of places as they are written, before moves and failovers. */
export interface Written {
  readonly sheets: Sheets;
  readonly writtenExceptions: readonly ResidencyException[];
  readonly failedOver: readonly RegionId[];
  readonly tenants: readonly DedicatedTenant[];
  readonly formerValues: Readonly<Record<string, FormerValues | undefined>>;
}

/** What is so of places, and who is there. */
export interface Moved extends Placement {
  readonly moves: readonly Move[];
  readonly tenants: readonly DedicatedTenant[];
  readonly formerValues: Readonly<Record<string, FormerValues | undefined>>;
}

/** The places of a fleet at the present steps of some moves; then standbys take over. */
export const withMoves = (
  { sheets, writtenExceptions, failedOver, tenants, formerValues }: Written,
  moves: readonly Move[],
): Moved => {
  const catalog = placed(sheets, moves);
  const exceptions = allowed(settled(sheets), catalog, writtenExceptions, moves);
  const placement = failedOver.reduce<Placement>(takenOver, { catalog, exceptions });
  return {
    moves,
    ...placement,
    tenants: tenants.map((tenant) => followed(tenant, moves, placement)),
    formerValues: { ...formerValues, ...formerLaws(sheets, catalog, formerValues) },
  };
};

// A dedicated tenant follows its country, as the tenants that share the services do.
const followed = (
  tenant: DedicatedTenant,
  moves: readonly Move[],
  { catalog }: Placement,
): DedicatedTenant => {
  const move = moves.find(
    ({ from, people }) => from === tenant.region && people.includes(tenant.country),
  );
  const home = placedAmong(Object.values(catalog), tenant.country)?.region;
  return home === undefined || home !== move?.to ? tenant : { ...tenant, region: home };
};
