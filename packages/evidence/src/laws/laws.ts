import { freeze } from '@bizflow/kernel';
import { type RegulationCode, regulations } from '@bizflow/region-catalog';
import type { LawSheet } from '../duty.ts';
import { dpdp } from './dpdp.ts';
import { gdpr } from './gdpr.ts';
import { pdpaMy } from './pdpa-my.ts';
import { pdpaSg } from './pdpa-sg.ts';
import { uaePdpl } from './uae-pdpl.ts';

/** What each law asks of which a sheet was written; the compiler asks for one that is missing. */
export const writtenSheets: Readonly<Record<RegulationCode, LawSheet>> = freeze({
  DPDP: dpdp,
  'PDPA-SG': pdpaSg,
  'PDPA-MY': pdpaMy,
  'UAE-PDPL': uaePdpl,
  GDPR: gdpr,
});

/** Those of the laws of the catalog: one that left it with its people is not evidence of anything. */
export const lawSheets: Readonly<Record<RegulationCode, LawSheet>> = freeze(
  Object.fromEntries(
    Object.entries(writtenSheets).filter(([law]) => Object.hasOwn(regulations, law)),
  ) as Record<RegulationCode, LawSheet>,
);
