import { freeze } from '@bizflow/kernel';
import { type CountryCode, euMembers } from './countries.ts';

/**
 * Territories of members with codes of their own where the GDPR applies: the outermost regions (TFEU
 * art. 355 (1)) and Åland (protocol 2 of the Act of Accession of 1994).
 */
export const euTerritories = freeze([
  'AX',
  'GF',
  'GP',
  'MF',
  'MQ',
  'RE',
  'YT',
] as const satisfies readonly CountryCode[]);

/**
 * The European Economic Area: the Union with Iceland, Liechtenstein and Norway, where the GDPR applies
 * since 20 July 2018 (EEA Joint Committee Decision 154/2018). Svalbard is outside (EEA Agreement, protocol 40).
 */
export const eeaMembers = freeze([
  ...euMembers,
  'IS',
  'LI',
  'NO',
] as const satisfies readonly CountryCode[]);

/** Countries between which the law lets data move as at home: `EEA`, or one country alone. */
export type LegalArea = 'EEA' | CountryCode;

const inTheEea: ReadonlySet<CountryCode> = new Set([...eeaMembers, ...euTerritories]);

/**
 * The area of a country's law. Data that moves inside one crosses no border: "the free movement of
 * personal data within the Union shall be neither restricted nor prohibited" (GDPR art. 1 (3)).
 */
export const areaOf = (country: CountryCode): LegalArea =>
  inTheEea.has(country) ? 'EEA' : country;
