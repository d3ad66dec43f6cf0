import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';
import { looked } from '../testing/looked.ts';
import { type Answer, teams } from './answer.ts';
import { answers } from './answers.ts';
import type { LawSheet } from './duty.ts';
import { dutyRules } from './duty-rules.ts';
import { writtenSheets } from './laws/laws.ts';
import { recordRules } from './record/record-rules.ts';

const sheets: readonly LawSheet[] = Object.values(writtenSheets);
const [first] = sheets as readonly [LawSheet];
const told = (answer: object, sheet: Partial<LawSheet> = {}) =>
  dutyRules([...sheets.slice(1), { ...first, ...sheet }], {
    ...(answers as Readonly<Record<string, Answer>>),
    borders: { ...answers.borders, ...answer } as Answer,
  }).map(({ code, at }) => [code, at]);

it('find nothing in what is committed', () => {
  expect(dutyRules(sheets, answers)).toEqual([]);
  expect(recordRules(looked.fleet)).toEqual([]);
});

it('refuse a proof that does not exist', () => {
  expect(told({ proofs: ['residency', 'magic'] })).toEqual([
    ['DUTY_PROOF_UNKNOWN', 'answers.borders.proofs[1]'],
  ]);
});

it('refuse an answer that says something is shown, and names no proof', () => {
  expect(told({ proofs: [] })).toEqual([['DUTY_UNPROVED', 'answers.borders.proofs']]);
});

it.each([undefined, '', 'someone'])('refuse an owner who is %j', (owner) => {
  expect(told({ owner })).toEqual([['DUTY_UNOWNED', 'answers.borders.owner']]);
});

it('refuse a duty with an answer that does not exist, a duty twice, and an answer without a duty', () => {
  const [duty] = first.duties as readonly [LawSheet['duties'][number]];
  const at = first.duties.length;
  const lost = { ...duty, id: 'other', answer: 'lost' as typeof duty.answer };
  expect(told({}, { duties: [...first.duties, duty, lost] })).toEqual([
    ['DUTY_TWICE', `${first.law}.duties[${at}].id`],
    ['DUTY_UNANSWERED', `${first.law}.duties[${at + 1}].answer`],
  ]);
  const more = { ...answers, idle: answers.borders } as Readonly<Record<string, Answer>>;
  expect(dutyRules(sheets, more)).toMatchObject([{ code: 'ANSWER_UNUSED', at: 'answers.idle' }]);
});

it('refuse a service whose purpose no record says', () => {
  const [service] = looked.fleet.services;
  if (service === undefined) throw new Error('no service');
  const services = [...looked.fleet.services, { ...service, name: 'billing' }];
  expect(recordRules({ ...looked.fleet, services })).toMatchObject([
    { code: 'ACTIVITY_MISSING', at: 'services.billing' },
  ]);
});

it('have teams that CODEOWNERS knows', () => {
  const owners = readFileSync(join(repository, '.github/CODEOWNERS'), 'utf8');
  for (const team of teams) expect(owners).toContain(`@bizflow/${team}`);
});

it('refuse a day that no calendar has, wherever a sheet has one', () => {
  const [duty, ...duties] = first.duties as readonly [LawSheet['duties'][number]];
  const wrong = {
    ...{ since: '2027-02-29', compared: '2026-11-31' },
    confirmed: { by: 'a lawyer', on: 'yesterday' },
    duties: [{ ...duty, since: '2025-13-01' }, ...duties],
  };
  expect(told({}, wrong)).toEqual(
    ['since', 'compared', 'confirmed.on', 'duties[0].since'].map((name) => [
      'LAW_DAY',
      `${first.law}.${name}`,
    ]),
  );
});
