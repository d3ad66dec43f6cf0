import type { Fleet } from '@bizflow/config';
import type { Placement, Region, RegionId } from '@bizflow/region-catalog';
import { type PeopledFlow, peopledFlows } from '@bizflow/region-catalog/rules';
import type { Looked } from '../looked.ts';

/** A movement of data, and why its people are led to the region that it starts from. */
export interface PlacedFlow extends PeopledFlow {
  readonly placement: Placement['basis'];
}

type Placed = Pick<Looked, 'fleet' | 'homes'>;

/**
 * Every movement of data of anyone: of the people whom regions serve, as the flow graph has it, and of those whom the
 * rendered records lead to a region by their continent or by default.
 */
export const placedFlows = (placed: Placed): readonly PlacedFlow[] => [
  ...flowsIn(placed.fleet.catalog, 'served'),
  ...flowsIn(inhabited('continent', placed), 'continent'),
  ...flowsIn(inhabited('default', placed), 'default'),
];

const flowsIn = (catalog: Fleet['catalog'], placement: Placement['basis']): readonly PlacedFlow[] =>
  peopledFlows(catalog)
    .filter(({ subjects }) => subjects.length > 0)
    .map((flow) => ({ ...flow, placement }));

/** The catalog as it would be if regions served those, and only those, who are led to them so. */
const inhabited = (basis: Placement['basis'], { fleet, homes }: Placed): Fleet['catalog'] => {
  const ledTo = (id: RegionId) =>
    homes.flatMap((home) => (home.basis === basis && home.region === id ? [home.country] : []));
  const settled = ({ id, life, ...facts }: Region): Region => ({
    ...{ id, ...facts, serves: ledTo(id) },
    // A move may copy whole stores, so everyone who is led to the old region counts as copied.
    life: {
      ...{ ...life, keeps: [] },
      copies: life.copies === null ? null : { ...life.copies, people: ledTo(life.copies.from) },
    },
  });
  const entries = Object.entries(fleet.catalog).map(([id, region]) => [id, settled(region)]);
  return Object.fromEntries(entries) as Fleet['catalog'];
};
