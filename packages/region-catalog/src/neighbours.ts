import { freeze } from '@bizflow/kernel';
import { adequacy, basisOf } from './adequacy.ts';
import type { Neighbour } from './neighbour.ts';

const free = { EEA: 'free', GB: 'free' } as const;
const contract = { EEA: 'contract', GB: 'contract' } as const;
const forbidden = { EEA: 'forbidden', GB: 'forbidden' } as const;

const inTheEea = `GDPR by EEA Joint Committee Decision 154/2018: ${basisOf(adequacy['EEA to GB'])}`;
const asInTheUnion = 'modelled on the GDPR; no decision of its own is known';

/** Europe beyond the Union and the United Kingdom; data protection confirms each reading. */
export const neighbours: readonly Neighbour[] = freeze([
  { country: 'AD', name: 'Andorra', readings: contract, law: `Llei 29/2021: ${asInTheUnion}` },
  { country: 'AL', name: 'Albania', readings: contract, law: `Law 124/2024: ${asInTheUnion}` },
  {
    country: 'BA',
    name: 'Bosnia and Herzegovina',
    readings: contract,
    law: `Law on Protection of Personal Data: ${asInTheUnion}`,
  },
  {
    country: 'BY',
    name: 'Belarus',
    readings: free,
    law: 'Law 99-Z of 2021 art. 9 and Order 14 of the NPDPC: parties to Convention 108',
  },
  { country: 'CH', name: 'Switzerland', readings: free, law: basisOf(adequacy['CH to GB']) },
  {
    country: 'FO',
    name: 'Faroe Islands',
    readings: contract,
    law: `Act 80 of 2020: ${asInTheUnion}`,
  },
  {
    country: 'GG',
    name: 'Guernsey',
    readings: free,
    law: 'Data Protection (Bailiwick of Guernsey) Law, 2017: members of the EEA and the UK are authorised',
  },
  {
    country: 'GI',
    name: 'Gibraltar',
    readings: free,
    law: 'Gibraltar GDPR: the EEA and the UK count as adequate',
  },
  {
    country: 'IM',
    name: 'Isle of Man',
    readings: free,
    law: 'Data Protection (Application of GDPR) Order 2018: the EEA and the UK count as adequate',
  },
  { country: 'IS', name: 'Iceland', readings: free, law: inTheEea },
  {
    country: 'JE',
    name: 'Jersey',
    readings: free,
    law: 'Data Protection (Jersey) Law 2018: the EEA and the UK count as adequate',
  },
  { country: 'LI', name: 'Liechtenstein', readings: free, law: inTheEea },
  {
    country: 'MC',
    name: 'Monaco',
    readings: contract,
    law: 'Law 1.565 of 2024 art. 97: no list is known',
  },
  { country: 'MD', name: 'Moldova', readings: contract, law: `Law 195/2024: ${asInTheUnion}` },
  {
    country: 'ME',
    name: 'Montenegro',
    readings: free,
    law: 'Law on Personal Data Protection: the EEA, and whom the Commission counts as adequate',
  },
  {
    country: 'MK',
    name: 'North Macedonia',
    readings: free,
    law: 'Law of 2020 as amended on 14 May 2025: the EEA and members of NATO, after a notice',
  },
  { country: 'NO', name: 'Norway', readings: free, law: inTheEea },
  {
    country: 'RS',
    name: 'Serbia',
    readings: free,
    law: 'Law on Personal Data Protection of 2018 art. 64: parties to Convention 108',
  },
  {
    country: 'RU',
    name: 'Russia',
    readings: forbidden,
    law: '152-FZ art. 18 (5), since 1 July 2025: no database outside Russia may collect its citizens’ data',
  },
  {
    country: 'SJ',
    name: 'Svalbard and Jan Mayen',
    readings: free,
    law: 'the Norwegian Personal Data Act applies there, as in NO',
  },
  { country: 'SM', name: 'San Marino', readings: contract, law: `Law 171/2018: ${asInTheUnion}` },
  {
    country: 'UA',
    name: 'Ukraine',
    readings: free,
    law: 'Law 2297-VI of 2010 art. 29: members of the EEA and parties to Convention 108',
  },
  {
    country: 'VA',
    name: 'Vatican City',
    readings: contract,
    law: `Decree 657 of 2024: ${asInTheUnion}`,
  },
] as const satisfies readonly Neighbour[]);
