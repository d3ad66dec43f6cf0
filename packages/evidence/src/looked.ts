import type { Fleet } from '@bizflow/config';
import type { Home, Transfer } from '@bizflow/proofs';
import type { Texts } from './line.ts';

/** What is looked through for lines. */
export interface Looked {
  readonly fleet: Fleet;
  readonly texts: Texts;
  /** Everything that is rendered to carry something to another region. */
  readonly transfers: readonly Transfer[];
  /** Where the rendered records of production lead the people of every country. */
  readonly homes: readonly Home[];
}
