import type { LawSheet } from '../duty.ts';

const act = 'https://sso.agc.gov.sg/Act/PDPA2012';
const regulations = 'https://laws.sg/legislation/sub-leg-2012-pdpa-s63-2021/reg-10';

export const pdpaSg = {
  law: 'PDPA-SG',
  since: '2014-07-02',
  compared: '2026-11-29',
  confirmed: null,
  source: act,
  notes: [
    'A data intermediary, who processes for another organisation under a written contract, has the duties of sections 24, 25 and 26C (3) alone (section 4 (2)). The others are those of BizFlow for its own customers, and of each tenant.',
    'The law demands no record of processing. Policies under section 12 need an inventory of data all the same, so the record below is one.',
  ],
  words: { controller: 'organisation', processor: 'data intermediary' },
  record: { article: 's. 12', title: 'Policies and practices', source: act },
  entries: {
    parties: {
      article: 's. 11 (3), (5)',
      asks: 'who is responsible for compliance, and the business contact',
    },
    purposes: { article: 's. 18, 20', asks: 'the purposes of which people were notified' },
    data: { article: 's. 21 (1) (a)', asks: 'the data of a person in possession or under control' },
    recipients: {
      article: 's. 21 (1) (b)',
      asks: 'how it was used or disclosed within a year before the request',
    },
    transfers: { article: 's. 26', asks: 'transfers out of Singapore, with comparable protection' },
    retention: { article: 's. 25', asks: 'when data ceases to be kept' },
    security: { article: 's. 24', asks: 'the security arrangements' },
  },
  duties: [
    {
      id: 's-11-3',
      article: 's. 11 (3), (5)',
      title: 'Data protection officer',
      asks: 'Designate a person who is responsible, and publish the business contact.',
      answer: 'officer',
    },
    {
      id: 's-12',
      article: 's. 12',
      title: 'Policies and practices',
      asks: 'Have policies and practices, tell staff of them, and receive complaints.',
      answer: 'policies',
    },
    {
      id: 's-12-inventory',
      article: 's. 12',
      title: 'Inventory of data',
      asks: 'Know which data is where and where it goes, as policies need it.',
      answer: 'inventory',
    },
    {
      id: 's-13-17',
      article: 's. 13 to 17',
      title: 'Consent',
      asks: 'Collect, use and disclose data with consent, or under an exception.',
      answer: 'legalBasis',
    },
    {
      id: 's-20',
      article: 's. 20',
      title: 'Notification of purpose',
      asks: 'Tell people the purposes when data is collected, or before.',
      answer: 'notice',
    },
    {
      id: 's-21-22',
      article: 's. 21, 22',
      title: 'Access and correction',
      asks: 'Let people see and correct their data.',
      answer: 'rights',
    },
    {
      id: 's-24-encryption',
      article: 's. 24',
      title: 'Protection: encryption',
      asks: 'Make reasonable security arrangements for data and for the media on which it is stored.',
      answer: 'encryption',
    },
    {
      id: 's-24-access',
      article: 's. 24 (a)',
      title: 'Protection: unauthorised access',
      asks: 'Prevent unauthorised access, collection, use, disclosure, copying and modification.',
      answer: 'confidentiality',
    },
    {
      id: 's-24-loss',
      article: 's. 24 (b)',
      title: 'Protection: loss',
      asks: 'Prevent the loss of a medium or device with personal data.',
      answer: 'restoring',
    },
    {
      id: 's-25',
      article: 's. 25',
      title: 'Retention limitation',
      asks: 'Cease to keep data when its purpose is served and no law or business needs it.',
      answer: 'retention',
    },
    {
      id: 's-26',
      article: 's. 26, regulation 10',
      title: 'Transfers out of Singapore',
      asks: 'Transfer only where the recipient is bound to comparable protection.',
      source: regulations,
      answer: 'borders',
    },
    {
      id: 's-26c-26d',
      article: 's. 26C, 26D',
      title: 'Data breaches',
      asks: 'Tell the organisation without undue delay; assess, and tell the Commission within three days after that and people where harm is significant.',
      since: '2021-02-01',
      answer: 'breach',
    },
  ],
} as const satisfies LawSheet;
