import type { Fleet } from '@bizflow/config';
import type { AnsweredDuty } from '../answered.ts';
import type { LawSheet } from '../duty.ts';
import { activities } from './activities.ts';
import { inWords } from './in-words.ts';
import type { OpenPoint, PeopleRecord, Said } from './law-record.ts';
import { parties } from './parties.ts';
import { host, recipients } from './recipients.ts';
import { providersOf } from './record-rules.ts';
import type { RecordTopic } from './record-topic.ts';

/** What topics are derived from. */
export interface Facts extends PeopleRecord {
  readonly words: LawSheet['words'];
  readonly duties: readonly AnsweredDuty[];
  readonly fleet: Fleet;
}

const open = (what: string): OpenPoint => ({ what, owner: 'data-protection' });

const known = (what: string, value: string | null): Said =>
  value === null
    ? { says: [], open: [open(`${what}: not known here`)] }
    : { says: [`${what}: ${value}`], open: [] };

const joined = (all: readonly Said[]): Said => ({
  says: all.flatMap(({ says }) => says),
  open: all.flatMap((one) => one.open),
});

/** What each topic says under a law. */
export const topics: Readonly<Record<RecordTopic, (facts: Facts) => Said>> = {
  parties: ({ words }) =>
    joined([
      {
        says: [
          `Each tenant is the ${words.controller} of its data, and BizFlow its ${words.processor}; BizFlow is the ${words.controller} of what operation and security need`,
        ],
        open: [open('this reading of the roles: not confirmed by a lawyer')],
      },
      known('company', parties.company),
      known('data protection officer', parties.officer),
      known('representative', parties.representative),
      {
        says: [],
        open: [open('the list of tenants with their contacts: kept outside this repository')],
      },
    ]),
  purposes: ({ words }) => ({
    says: activities.map(({ name, role, purpose }) => `${name} (as ${words[role]}): ${purpose}`),
    open: [open('the legal basis of each purpose')],
  }),
  data: ({ people, fleet }) => ({
    says: [
      `people of ${inWords(people)}`,
      ...activities.map(({ name, people: whose, data }) => `${name}: ${whose}; ${data}`),
      `tables that belong to tenants: ${fleet.tenancy.tables.map(({ name }) => name).join(', ')}`,
    ],
    open: [open('which fields the tables and objects have, and whether any of them is sensitive')],
  }),
  transfers: ({ flows }) => ({
    says: flows
      .filter(({ abroad }) => abroad.length > 0)
      .map(
        ({ flow, from, to, abroad, basis, missing }) =>
          `${flow}, ${from} to ${to}, of people of ${inWords(abroad)}: ${basis ?? `no legal basis, since ${missing}`}`,
      ),
    open: [open('countries in which recipients outside AWS process what they receive')],
  }),
  recipients: ({ fleet }) => {
    const names = providersOf(fleet).flatMap((name) => recipients[name] ?? []);
    const once = [...new Map([host, ...names].map((one) => [one.company, one])).values()];
    return {
      says: once.map(({ company, receives }) => `${company}: ${receives}`),
      open: [
        open('contracts with these companies, and staff of BizFlow and of tenants who see data'),
      ],
    };
  },
  retention: ({ terms }) => ({
    says: terms.map(({ what, region, days }) => `${what}, ${region ?? 'everywhere'}: ${days} days`),
    open: [open('how long the application keeps rows and objects, and how a tenant is erased')],
  }),
  security: ({ duties }) => ({
    says: duties.flatMap(({ says, title }) => (says === null ? [] : [`${title}: ${says}`])),
    open: [],
  }),
};
