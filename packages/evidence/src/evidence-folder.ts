import type { RegulationCode } from '@bizflow/region-catalog';

/** The folder of everything that is written for auditors and data protection officers. */
export const evidenceFolder = 'docs/evidence';

/** The folder of one law. */
export const lawFolder = (law: RegulationCode): string => `${evidenceFolder}/${law.toLowerCase()}`;
