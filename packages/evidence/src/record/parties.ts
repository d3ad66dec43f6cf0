import { freeze } from '@bizflow/kernel';

/** Who runs the platform. What is null is not known here, and open in every record. */
export interface Parties {
  /** Name and contact of the company. */
  readonly company: string | null;
  /** The data protection officer, by the name that a law has for the role. */
  readonly officer: string | null;
  /** The representative in a country or union where the company has no establishment. */
  readonly representative: string | null;
}

/** The one place for names of people and companies. The company fills it in. */
export const parties: Parties = freeze({ company: null, officer: null, representative: null });
