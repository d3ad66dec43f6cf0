import { freeze } from '@bizflow/kernel';
import type { LegalArea } from './areas.ts';

/** An act by which one area counts the protection of another as its own; no contract is needed. */
export interface Adequacy {
  readonly from: LegalArea;
  readonly to: LegalArea;
  /** The law and the act, as they are cited. */
  readonly act: string;
  /** The first day on which it applied (ISO 8601). */
  readonly since: string;
  /** The last day, or `null` where the act names none. */
  readonly until: string | null;
  /** Where the act was read. */
  readonly source: `https://${string}`;
}

const ukSchedule = {
  act: 'Data Protection Act 2018 (UK) sch. 21 para. 5',
  since: '2020-12-31',
  until: null,
  source: 'https://www.legislation.gov.uk/ukpga/2018/12/schedule/21',
} as const;

const swissAnnex = {
  act: 'FADP art. 16: annex 1 of the Data Protection Ordinance (Switzerland)',
  since: '2023-09-01',
  until: null,
  source:
    'https://www.bj.admin.ch/bj/en/home/staat/datenschutz/internationales/anerkennung-staaten.html',
} as const;

/** The acts between the areas of Europe in which AWS has regions: the EEA, the United Kingdom, Switzerland. */
export const adequacy = freeze({
  'EEA to GB': {
    from: 'EEA',
    to: 'GB',
    act: 'GDPR art. 45: Commission Implementing Decision (EU) 2021/1772 (UK adequacy), as renewed',
    since: '2021-06-28',
    until: '2031-12-27',
    source: 'https://eur-lex.europa.eu/eli/dec_impl/2021/1772/oj',
  },
  'EEA to CH': {
    from: 'EEA',
    to: 'CH',
    act: 'GDPR art. 45 (9): Commission Decision 2000/518/EC, upheld by its report of 15 January 2024',
    since: '2000-07-26',
    until: null,
    source: 'https://eur-lex.europa.eu/eli/dec/2000/518/oj',
  },
  'GB to EEA': { from: 'GB', to: 'EEA', ...ukSchedule },
  'GB to CH': { from: 'GB', to: 'CH', ...ukSchedule },
  'CH to EEA': { from: 'CH', to: 'EEA', ...swissAnnex },
  'CH to GB': { from: 'CH', to: 'GB', ...swissAnnex },
} as const satisfies Readonly<Record<string, Adequacy>>);

/** An act as the legal basis of an exception, with its last day. */
export const basisOf = ({ act, until }: Adequacy): string =>
  until === null ? act : `${act}, until ${until}`;
