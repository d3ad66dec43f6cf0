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
 * What a country's law says of data in the United Kingdom. `free`: it counts as adequate. `contract`: no
 * decision is known, so safeguards are agreed first, as they would be for any other region.
 * `forbidden`: the law keeps the data elsewhere.
 */
export type Reading = 'free' | 'contract' | 'forbidden';

/** A country of the continent that is not a target market, and how its law was read. */
export interface Neighbour {
  readonly country: CountryCode;
  readonly name: string;
  readonly reading: Reading;
  /** The law, and the words in it that decide. */
  readonly law: string;
}

const inTheEea = 'GDPR by EEA Joint Committee Decision 154/2018: Decision (EU) 2021/1772 on the UK';
const asInTheUnion = 'modelled on the GDPR; no decision of its own on the UK is known';

/** Read for the United Kingdom, where the region that answers the continent keeps its data. */
export const readFor: CountryCode = 'GB';

/** Europe beyond the Union and the United Kingdom; data protection confirms each reading. */
export const neighbours: readonly Neighbour[] = freeze([
  { country: 'AD', name: 'Andorra', reading: 'contract', law: `Llei 29/2021: ${asInTheUnion}` },
  { country: 'AL', name: 'Albania', reading: 'contract', law: `Law 124/2024: ${asInTheUnion}` },
  {
    country: 'BA',
    name: 'Bosnia and Herzegovina',
    reading: 'contract',
    law: `Law on Protection of Personal Data: ${asInTheUnion}`,
  },
  {
    country: 'BY',
    name: 'Belarus',
    reading: 'free',
    law: 'Law 99-Z of 2021 art. 9 and Order 14 of the NPDPC: parties to Convention 108',
  },
  {
    country: 'CH',
    name: 'Switzerland',
    reading: 'free',
    law: 'FADP art. 16: the UK is in annex 1 of the Data Protection Ordinance',
  },
  {
    country: 'FO',
    name: 'Faroe Islands',
    reading: 'contract',
    law: `Act 80 of 2020: ${asInTheUnion}`,
  },
  {
    country: 'GG',
    name: 'Guernsey',
    reading: 'free',
    law: 'Data Protection (Bailiwick of Guernsey) Law, 2017: the UK is an authorised jurisdiction',
  },
  {
    country: 'GI',
    name: 'Gibraltar',
    reading: 'free',
    law: 'Gibraltar GDPR: the UK counts as adequate',
  },
  {
    country: 'IM',
    name: 'Isle of Man',
    reading: 'free',
    law: 'Data Protection (Application of GDPR) Order 2018: the UK counts as adequate',
  },
  { country: 'IS', name: 'Iceland', reading: 'free', law: inTheEea },
  {
    country: 'JE',
    name: 'Jersey',
    reading: 'free',
    law: 'Data Protection (Jersey) Law 2018: the UK counts as adequate',
  },
  { country: 'LI', name: 'Liechtenstein', reading: 'free', law: inTheEea },
  {
    country: 'MC',
    name: 'Monaco',
    reading: 'contract',
    law: 'Law 1.565 of 2024 art. 97: no list with the UK is known',
  },
  { country: 'MD', name: 'Moldova', reading: 'contract', law: `Law 195/2024: ${asInTheUnion}` },
  {
    country: 'ME',
    name: 'Montenegro',
    reading: 'contract',
    law: `Law on Personal Data Protection: ${asInTheUnion}`,
  },
  {
    country: 'MK',
    name: 'North Macedonia',
    reading: 'contract',
    law: `Law of 2020: ${asInTheUnion}`,
  },
  { country: 'NO', name: 'Norway', reading: 'free', law: inTheEea },
  {
    country: 'RS',
    name: 'Serbia',
    reading: 'free',
    law: 'Law on Personal Data Protection of 2018 art. 64: parties to Convention 108',
  },
  {
    country: 'RU',
    name: 'Russia',
    reading: 'forbidden',
    law: '152-FZ art. 18 (5), since 1 July 2025: no database outside Russia may collect its citizens’ data',
  },
  {
    country: 'SJ',
    name: 'Svalbard and Jan Mayen',
    reading: 'free',
    law: 'the Norwegian Personal Data Act applies there, as in NO',
  },
  { country: 'SM', name: 'San Marino', reading: 'contract', law: `Law 171/2018: ${asInTheUnion}` },
  {
    country: 'UA',
    name: 'Ukraine',
    reading: 'free',
    law: 'Law 2297-VI of 2010 art. 29: parties to Convention 108',
  },
  {
    country: 'VA',
    name: 'Vatican City',
    reading: 'contract',
    law: `Decree 657 of 2024: ${asInTheUnion}`,
  },
] as const satisfies readonly Neighbour[]);

// Türkiye and Cyprus are in Europe or in Asia, by the database. Kosovo has no ISO code and follows.
const disputed: readonly CountryCode[] = ['CY', 'TR'];

const continent: ReadonlySet<CountryCode> = new Set([
  readFor,
  ...euMembers,
  'AX' as const,
  ...neighbours.map(({ country }) => country),
]);

/**
 * Where Route 53 files a country: under the continent `EU`, elsewhere (`null`), or perhaps either. AWS
 * publishes no list; where the geolocation databases disagree, no answer may depend on it.
 */
export const continentsOf = (country: CountryCode): readonly ('EU' | null)[] =>
  disputed.includes(country) ? ['EU', null] : [continent.has(country) ? 'EU' : null];
