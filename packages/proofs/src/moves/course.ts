import type { Catalog, CountryCode, RegionId, ResidencyException } from '@bizflow/region-catalog';
import type { Move } from '@bizflow/region-catalog/moves';

/** What people have confirmed before the next step is written. It stays true. */
export interface Confirmed {
  /** The data of who moves is the same in both places, and no one writes to the place that they leave. */
  readonly isEqual: boolean;
  /** Nothing of their data is left in the region that they left. */
  readonly isErased: boolean;
  /** Nothing at all is left in the region that goes. */
  readonly isEmpty: boolean;
}

/** One step of a move: the facts that are rendered, and what is known at its end. */
export interface Stage {
  readonly step: string;
  readonly catalog: Catalog;
  readonly confirmed: Confirmed;
  /** What was seen to have these facts, or later ones, before the next step is written; anything else may lag. */
  readonly shown: readonly Unit[];
}

/** A move from its first step to its last. The first stage is the fleet before it. */
export interface Course {
  readonly move: Pick<Move, 'id' | 'from' | 'to'> & { readonly people: readonly CountryCode[] };
  readonly stages: readonly Stage[];
  /** Every border crossing that has a legal basis, whether it is needed now or not. */
  readonly exceptions: readonly ResidencyException[];
}

/**
 * What is applied by itself: a Terraform root, or what the Argo CD of a cluster syncs. `root/global` has DNS;
 * `root/<region>` the data and its way in and out; `cluster/<region>` the services.
 */
export type Unit = 'root/global' | `root/${RegionId}` | `cluster/${RegionId}`;

/** All regions of some facts, as a list. */
export const regionsOf = (catalog: Catalog): readonly Catalog[RegionId][] => Object.values(catalog);

/** A region of some facts, or undefined where they have none of that id. */
export const regionIn = (catalog: Catalog, id: RegionId): Catalog[RegionId] | undefined =>
  Object.hasOwn(catalog, id) ? catalog[id] : undefined;
