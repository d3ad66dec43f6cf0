import { freeze } from '@bizflow/kernel';
import type { CountryCode } from './countries.ts';

/** The areas for which the laws of Europe's other countries were read. */
export const readAreas = freeze(['EEA', 'GB']);

/** One of {@link readAreas}. */
export type ReadArea = (typeof readAreas)[number];

/**
 * What a country's law says of data in an area. `free`: it counts as adequate. `contract`: no decision is
 * known, so safeguards are agreed first, as they would be for any other region.
 * `forbidden`: the law keeps the data elsewhere.
 */
export type Reading = 'free' | 'contract' | 'forbidden';

/** A country of the continent that is not a target market, and how its law was read. */
export interface Neighbour {
  readonly country: CountryCode;
  readonly name: string;
  readonly readings: Readonly<Record<ReadArea, Reading>>;
  /** The law, and the words in it that decide. */
  readonly law: string;
}
