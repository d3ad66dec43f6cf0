import type { LawSheet } from '../duty.ts';

const act = 'https://mylaw.my/legislation/act-2010-709/section-9';
const amendment =
  'https://mylaw.my/legislation/akta-perlindungan-data-peribadi-pindaan-2024/section-6';
const transfers = 'https://mylaw.my/legislation/act-2010-709/section-129';

export const pdpaMy = {
  law: 'PDPA-MY',
  since: '2013-11-15',
  compared: '2026-11-29',
  confirmed: null,
  source: act,
  notes: [
    'The Act was amended in 2024: since 1 April 2025 a processor has the security duty of section 9 itself, and no list of countries decides about transfers; since 1 June 2025 officers and notices of breaches are demanded.',
    'The Act applies to those who are established in Malaysia or use equipment there. BizFlow has none there today; the sheet is kept as if it applied, because its tenants are bound.',
  ],
  words: { controller: 'data controller', processor: 'data processor' },
  record: {
    article: 's. 44',
    title: 'Record to be kept',
    source: 'https://mylaw.my/legislation/act-2010-709/section-43',
  },
  entries: {
    parties: {
      article: 's. 12A',
      asks: 'the data protection officer, of the controller and of the processor',
    },
    purposes: { article: 's. 7 (1) (b)', asks: 'the purposes' },
    data: { article: 's. 7 (1) (a)', asks: 'that data is processed, with its description' },
    recipients: {
      article: 's. 7 (1) (e), s. 8',
      asks: 'the classes of third parties to whom data is disclosed',
    },
    transfers: { article: 's. 129', asks: 'transfers out of Malaysia, and why they are allowed' },
    retention: { article: 's. 10', asks: 'when data is destroyed' },
    security: { article: 's. 9', asks: 'practical steps for security' },
  },
  duties: [
    {
      id: 's-6',
      article: 's. 6',
      title: 'General principle',
      asks: 'Process with consent, or where the Act allows it without.',
      answer: 'legalBasis',
    },
    {
      id: 's-7',
      article: 's. 7',
      title: 'Notice and choice',
      asks: 'Tell people in writing, in Malay and English, what is processed, why, and who receives it.',
      answer: 'notice',
    },
    {
      id: 's-8',
      article: 's. 8',
      title: 'Disclosure',
      asks: 'Disclose data only for its purpose, and to those who were named.',
      answer: 'recipients',
    },
    {
      id: 's-9-access',
      article: 's. 9 (1)',
      title: 'Security: access',
      asks: 'Protect data from loss, misuse, modification and unauthorised access, as its nature and place demand.',
      answer: 'confidentiality',
    },
    {
      id: 's-9-encryption',
      article: 's. 9 (1) (c), (e)',
      title: 'Security: equipment and transfer',
      asks: 'Build security into the equipment that stores data, and transfer data securely.',
      answer: 'encryption',
    },
    {
      id: 's-9-loss',
      article: 's. 9 (1)',
      title: 'Security: loss',
      asks: 'Protect data from loss and destruction.',
      answer: 'restoring',
    },
    {
      id: 's-9-2',
      article: 's. 9 (2)',
      title: 'Guarantees of the processor',
      asks: 'Have a processor guarantee its security measures, and see that it keeps them.',
      answer: 'contract',
    },
    {
      id: 's-10',
      article: 's. 10',
      title: 'Retention',
      asks: 'Keep data no longer than its purpose needs, then destroy it for good.',
      answer: 'retention',
    },
    {
      id: 's-30-43a',
      article: 's. 30 to 43A',
      title: 'Rights of people',
      asks: 'Let people see, correct, move and stop the use of their data.',
      source: 'https://mylaw.my/legislation/amendment-act-2024-a1727/section-9',
      answer: 'rights',
    },
    {
      id: 's-44',
      article: 's. 44',
      title: 'Record',
      asks: 'Keep a record of applications, notices, requests and other information about processing.',
      source: 'https://mylaw.my/legislation/act-2010-709/section-43',
      answer: 'inventory',
    },
    {
      id: 's-12a',
      article: 's. 12A',
      title: 'Data protection officer',
      asks: 'Appoint an officer, as controller and as processor, and notify the Commissioner.',
      source: amendment,
      since: '2025-06-01',
      answer: 'officer',
    },
    {
      id: 's-12b',
      article: 's. 12B',
      title: 'Breaches',
      asks: 'Notify the Commissioner of a breach as soon as practicable, and people where harm is significant.',
      source: amendment,
      since: '2025-06-01',
      answer: 'breach',
    },
    {
      id: 's-129',
      article: 's. 129',
      title: 'Transfers out of Malaysia',
      asks: 'Transfer only to a place with a similar law or adequate protection, or under an exception.',
      source: transfers,
      since: '2025-04-01',
      answer: 'borders',
    },
    {
      id: 's-129-assessment',
      article: 's. 129, guidelines of 29 April 2025',
      title: 'Transfer impact assessment',
      asks: 'Where a transfer rests on a similar law or adequate protection, assess the place, and again every three years.',
      source:
        'https://www.roedl.com/en-GB/de/insights/Pages/newsflash-malaysia/2025_05/malaysia-part3-personal-data-protection-amendment-act-2024.aspx',
      since: '2025-04-29',
      answer: 'assessment',
    },
  ],
} as const satisfies LawSheet;
