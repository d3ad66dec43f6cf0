import type { LawSheet } from '../duty.ts';

const act =
  'https://www.meity.gov.in/writereaddata/files/Digital%20Personal%20Data%20Protection%20Act%202023.pdf';
const rules = 'https://dpdpa.co.in/rule-6-dpdp-2025';

export const dpdp = {
  law: 'DPDP',
  since: '2027-05-13',
  compared: '2026-11-29',
  confirmed: null,
  source: act,
  notes: [
    'The Rules of 2025 were published on 13 November 2025. Rules 3, 5 to 16, 22 and 23, and with them the duties of those who process data, bind eighteen months later.',
    'The law knows no record of processing. What section 11 lets a person ask for needs the same knowledge, so the record below answers to it.',
  ],
  words: { controller: 'data fiduciary', processor: 'data processor' },
  record: {
    article: 'Act s. 11 (1)',
    title: 'Summary of processing, on request of a person',
    source: act,
  },
  entries: {
    parties: {
      article: 'Rule 9, Act s. 6 (3)',
      asks: 'the contact of the officer, or of the person who answers questions about processing',
    },
    purposes: {
      article: 'Act s. 5 (1), s. 11 (1) (a)',
      asks: 'the purposes, and what is done with the data',
    },
    data: { article: 'Act s. 11 (1) (a)', asks: 'a summary of the data that is processed' },
    recipients: {
      article: 'Act s. 11 (1) (b)',
      asks: 'all other fiduciaries and processors with whom data is shared',
    },
    transfers: { article: 'Act s. 16, rule 15', asks: 'where data goes outside India' },
    retention: {
      article: 'Act s. 8 (7), rule 8',
      asks: 'when data is erased, and that logs are kept for a year',
    },
    security: { article: 'Act s. 8 (5), rule 6', asks: 'the security safeguards' },
  },
  duties: [
    {
      id: 's-4-7',
      article: 'Act s. 4 to 7',
      title: 'Consent or legitimate use',
      asks: 'Process only with consent, or for one of the uses that the Act names.',
      answer: 'legalBasis',
    },
    {
      id: 's-5',
      article: 'Act s. 5, rule 3',
      title: 'Notice',
      asks: 'Tell people in plain language which data is processed, why, and how to complain.',
      answer: 'notice',
    },
    {
      id: 's-8-2',
      article: 'Act s. 8 (2), rule 6 (1) (f)',
      title: 'Contract with processors',
      asks: 'Engage a processor only under a valid contract that demands security safeguards.',
      answer: 'subcontracts',
    },
    {
      id: 'rule-6-1-a',
      article: 'Rule 6 (1) (a)',
      title: 'Encryption',
      asks: 'Secure personal data by encryption, obfuscation, masking or virtual tokens.',
      source: rules,
      answer: 'encryption',
    },
    {
      id: 'rule-6-1-b',
      article: 'Rule 6 (1) (b)',
      title: 'Access control',
      asks: 'Control access to the computers that are used, also those of the processor.',
      source: rules,
      answer: 'confidentiality',
    },
    {
      id: 'rule-6-1-c',
      article: 'Rule 6 (1) (c), (e)',
      title: 'Logs of access',
      asks: 'See who accesses personal data by logs, monitoring and review, and keep logs for one year.',
      source: rules,
      answer: 'recording',
    },
    {
      id: 'rule-6-1-d',
      article: 'Rule 6 (1) (d)',
      title: 'Continued processing and backups',
      asks: 'Go on processing when data is lost or out of reach, also by backups.',
      source: rules,
      answer: 'restoring',
    },
    {
      id: 's-8-6',
      article: 'Act s. 8 (6), rule 7',
      title: 'Breaches',
      asks: 'Tell the Data Protection Board and each person affected without delay, with details to the Board within 72 hours.',
      answer: 'breach',
    },
    {
      id: 's-8-7',
      article: 'Act s. 8 (7), rule 8',
      title: 'Erasure',
      asks: 'Erase data when consent is withdrawn or its purpose is served, unless a law demands to keep it.',
      answer: 'retention',
    },
    {
      id: 's-8-9',
      article: 'Act s. 8 (9), rule 9',
      title: 'Contact for questions',
      asks: 'Publish who answers questions about processing.',
      answer: 'officer',
    },
    {
      id: 's-10',
      article: 'Act s. 10, rule 13',
      title: 'Significant data fiduciaries',
      asks: 'Where the Government has notified BizFlow or a tenant as significant: an officer in India, an audit, and an impact assessment each year.',
      answer: 'assessment',
    },
    {
      id: 's-11',
      article: 'Act s. 11',
      title: 'Summary on request',
      asks: 'Tell a person which data is processed, and with whom it is shared.',
      answer: 'inventory',
    },
    {
      id: 's-12-14',
      article: 'Act s. 12 to 14, rule 14',
      title: 'Rights of people',
      asks: 'Let people correct and erase their data, complain, and name another person to act for them.',
      answer: 'rights',
    },
    {
      id: 's-16',
      article: 'Act s. 16, rule 15',
      title: 'Transfers out of India',
      asks: 'Transfer to no country that the Central Government has restricted, and meet what it demands.',
      answer: 'borders',
    },
  ],
} as const satisfies LawSheet;
