import { freeze } from '@bizflow/kernel';
import { eeaMembers, euTerritories } from './areas.ts';
import type { CountryCode } from './countries.ts';

/** A data-protection law and the countries whose residents it protects. */
export interface Regulation {
  /** The law's own short title. */
  readonly title: string;
  /** Countries whose people the law protects; a region that serves one must name the law. */
  readonly protects: readonly CountryCode[];
}

/** The four regimes of the document's table "Target Regions"; PDPA is two acts, one per country. */
export const regulations = freeze({
  DPDP: { title: 'Digital Personal Data Protection Act, 2023 (India)', protects: ['IN'] },
  'PDPA-SG': { title: 'Personal Data Protection Act 2012 (Singapore)', protects: ['SG'] },
  'PDPA-MY': { title: 'Personal Data Protection Act 2010 (Malaysia)', protects: ['MY'] },
  'UAE-PDPL': { title: 'Federal Decree-Law No. 45 of 2021 (UAE)', protects: ['AE'] },
  GDPR: {
    title: 'Regulation (EU) 2016/679, and as retained in the United Kingdom',
    protects: ['GB', ...eeaMembers, ...euTerritories],
  },
} as const satisfies Record<string, Regulation>);

/** The short name of a law, as in labels, tags and fact sheets. */
export type RegulationCode = keyof typeof regulations;
