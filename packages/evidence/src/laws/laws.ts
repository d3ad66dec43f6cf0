import { freeze } from '@bizflow/kernel';
import type { RegulationCode } from '@bizflow/region-catalog';
import type { LawSheet } from '../duty.ts';
import { dpdp } from './dpdp.ts';
import { gdpr } from './gdpr.ts';
import { pdpaMy } from './pdpa-my.ts';
import { pdpaSg } from './pdpa-sg.ts';
import { uaePdpl } from './uae-pdpl.ts';

/** What each law of the catalog asks; the compiler asks for one that is missing. */
export const lawSheets: Readonly<Record<RegulationCode, LawSheet>> = freeze({
  DPDP: dpdp,
  'PDPA-SG': pdpaSg,
  'PDPA-MY': pdpaMy,
  'UAE-PDPL': uaePdpl,
  GDPR: gdpr,
});
