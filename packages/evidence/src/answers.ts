import { freeze } from '@bizflow/kernel';
import type { Answer, Open, Team } from './answer.ts';
import type { ShownName } from './shown.ts';

/** An answer that no proof covers: what is missing, and lines of what exists and does not suffice. */
const open = (owner: Team, open: string, lines: readonly ShownName[] = []): Open => ({
  owner,
  proofs: [],
  open,
  lines,
});

/**
 * What the fleet answers to duties of each kind. An answer without a proof is open, also where much is in place:
 * what exists is said, and no one has to guess what was shown.
 */
export const answers = freeze({
  borders: {
    owner: 'data-protection',
    proofs: ['residency', 'dns'],
    says: 'Whatever carries data of people from one region to another has a written exception with its legal basis where it crosses a border, and a resource that names one of another region without such a way is refused. No country is answered from a region that may not hold its data, whatever fails.',
    lines: ['places', 'flows', 'exceptions', 'transfers'],
    rest: 'Whether each legal basis is valid, and the contracts and assessments that some of them need, is a matter of documents outside this repository.',
  },
  confidentiality: {
    owner: 'security',
    proofs: ['permissions', 'packets', 'tenants'],
    says: 'Each role of a program may do what it must, in its own region, and no more. Packets reach what they must and nothing else: only the addresses that need a database can reach it. Row-level security, which binds the owner of the tables too, shows a pod the rows of the one tenant that it has set.',
    lines: ['databaseClients', 'closedNetwork', 'tenantTables'],
    rest: "Which tenant a request is for, and what an employee's rights let them do, is decided by the application.",
  },
  encryption: {
    owner: 'security',
    proofs: ['encryption'],
    says: 'Disks, objects, backups, logs, secrets and queues are encrypted, each with a key in its own region; the keys of app data and secrets are multi-Region keys, which share their key material with the hub (decision 0026). Databases, Redis and object stores accept encrypted connections only. A kind of store that the proof does not know would be refused.',
    lines: ['databaseDisk', 'databaseKey', 'databaseTls', 'cacheKey', 'objectKey', 'keys'],
    rest: 'Fields are not encrypted one by one, and pseudonyms are a matter of the application.',
  },
  availability: {
    owner: 'platform',
    proofs: ['dns', 'moves'],
    says: 'When a region fails, its people are answered by the region that may hold their data, or by a page that says so. A region that moves serves its people at every step.',
    lines: ['zones'],
    rest: 'How much load the platform survives was not measured on AWS.',
  },
  restoring: {
    owner: 'platform',
    proofs: ['backups', 'promises'],
    says: 'Every database and every store of objects of a region is copied on a schedule into a vault from which nothing is removed before its time; Redis has snapshots. An alarm watches the age of each copy of a database and of everything that is backed up, and the loss of a region pages a person.',
    lines: ['databaseBackups', 'backups', 'backupTimes'],
    rest: 'Logs, metrics and traces have no second copy. Drills restore data on simulated services of AWS; a restore in the real accounts was not recorded.',
  },
  testing: open(
    'security',
    'Proofs run with each change, and drills and rehearsals exist. Nothing here records when a drill or a penetration test last took place in the real accounts.',
  ),
  retention: {
    owner: 'data-protection',
    proofs: ['retention'],
    says: 'Every backup, log, old version of an object and record of access ends after a number of days that is written down.',
    lines: ['databaseBackups', 'backups', 'cacheBackups', 'logDays', 'recordDays'],
    rest: 'How long the application keeps rows and objects, and how a person or a tenant is erased, is not known here. What is erased remains in backups until these end.',
  },
  recording: {
    owner: 'security',
    proofs: ['recording', 'retention'],
    says: 'Each region records what is done with its account, objects, cluster, database, network and settings, and looks for signs of attacks. The records are kept for a year where a law wants it, and end after a number of days that is written down.',
    lines: ['record', 'recordDays', 'findings'],
    rest: 'Who reviews the records, and how often, is not written down here. Which rows an application shows to whom is in the log of the application only.',
  },
  breach: open(
    'data-protection',
    'Findings of GuardDuty, Macie and Security Hub reach the on-call team. Who decides, who tells the authority, the tenants and the people, and within which time, is not written down here.',
    ['findings'],
  ),
  inventory: {
    owner: 'data-protection',
    proofs: ['residency'],
    says: 'This record lists every movement of data between regions that the facts order. What is rendered carries data of people along no other way.',
    lines: ['places', 'flows'],
    rest: 'Names, purposes and kinds of data are not facts of the platform; the record says which of them are missing.',
  },
  officer: open(
    'data-protection',
    'Whether an officer must be appointed, and who it is, is not known here.',
  ),
  representative: open(
    'data-protection',
    'Whether BizFlow needs a representative, and who it is, is not known here.',
  ),
  legalBasis: open(
    'data-protection',
    'On which legal basis each kind of data is processed is decided by the tenant, or by BizFlow for its own customers. Neither is known here.',
  ),
  notice: open(
    'data-protection',
    'What people are told when their data is collected is in the application and in contracts, and not known here.',
  ),
  rights: open(
    'data-protection',
    'How a person gets, corrects, erases or takes along their data is in the application. Nothing here shows it. Erased rows remain in backups until these end.',
    ['databaseBackups'],
  ),
  recipients: {
    owner: 'data-protection',
    proofs: ['packets'],
    says: 'The machines of a region reach only the hosts of the Internet that its firewall lists. The list is what the facts need and no more, and a rule asks for the company behind each key that a third party gave out; the record names them all.',
    lines: ['allowedHosts'],
    rest: 'Contracts with these companies, what tenants have authorised, and the countries in which they work are not known here.',
  },
  subcontracts: open(
    'data-protection',
    'The record names every company that the platform sends data to. Contracts with them are not known here.',
  ),
  contract: open(
    'data-protection',
    'The contract with tenants, and what it says of this, is not known here.',
  ),
  assessment: open(
    'data-protection',
    'No assessment of the impact on people is known here. This record and the duties below are material for one.',
    ['flows'],
  ),
  policies: open(
    'data-protection',
    'Policies and practices for staff, their training and their publication are not known here.',
  ),
} as const satisfies Record<string, Answer>);

/** An answer by its name. */
export type AnswerName = keyof typeof answers;
