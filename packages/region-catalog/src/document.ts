import { catalog } from './catalog.ts';
import type { ResidencyException } from './exceptions.ts';
import { exceptions } from './moves/allowed.ts';
import { type Neighbour, neighbours } from './neighbours.ts';
import { type Regulation, type RegulationCode, regulations } from './regulations.ts';
import type { Catalog } from './sheet-of.ts';

/** The catalog as `catalog.json` has it, for readers in other languages. */
export interface CatalogDocument {
  /** Changes with the shape of the document, not with its facts. */
  readonly apiVersion: 'catalog.bizflow.app/v1';
  readonly regions: Catalog;
  readonly exceptions: readonly ResidencyException[];
  readonly regulations: Readonly<Record<RegulationCode, Regulation>>;
  /** Countries that no region serves and that follow their continent, or why not. */
  readonly neighbours: readonly Neighbour[];
}

/** All that the catalog knows in one value; `catalog.schema.json` describes it. */
export const catalogDocument = (): CatalogDocument => ({
  apiVersion: 'catalog.bizflow.app/v1',
  regions: catalog,
  exceptions,
  regulations,
  neighbours,
});
