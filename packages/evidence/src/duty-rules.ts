import { isDay, notADay, type Problem, problem, unless } from '@bizflow/kernel';
import { proofNames } from '@bizflow/proofs';
import { type Answer, teams } from './answer.ts';
import type { LawSheet } from './duty.ts';
import { type LostLine, lineName } from './line.ts';

type Answers = Readonly<Record<string, Answer>>;

/** Answers name proofs that exist and owners who can be asked; duties name answers that exist, and each is used. */
export const dutyRules = (sheets: readonly LawSheet[], answers: Answers): readonly Problem[] => [
  ...Object.entries(answers).flatMap(([name, answer]) => answerRules(name, answer)),
  ...sheets.flatMap((sheet) => sheetRules(sheet, answers)),
  ...sheets.flatMap(dayRules),
  ...unused(sheets, answers),
];

const answerRules = (name: string, answer: Answer): readonly Problem[] => [
  ...answer.proofs.flatMap((proof, index) =>
    unless(proofNames.includes(proof), {
      code: 'DUTY_PROOF_UNKNOWN',
      at: `answers.${name}.proofs[${index}]`,
      value: proof,
      reason: 'is not a proof, so nothing would show what the duty asks for',
      remedy: `use one of ${proofNames.join(', ')}, or let the answer be open`,
    }),
  ),
  ...unless(answer.proofs.length > 0 || 'open' in answer, {
    code: 'DUTY_UNPROVED',
    at: `answers.${name}.proofs`,
    value: '[]',
    reason: 'says that something is shown, and names no proof that shows it',
    remedy: 'name a proof, or say in `open` what is missing',
  }),
  ...unless(teams.includes(answer.owner), {
    code: 'DUTY_UNOWNED',
    at: `answers.${name}.owner`,
    value: answer.owner,
    reason: 'is not a team, so what is open would stay open',
    remedy: `use one of ${teams.join(', ')}`,
  }),
];

const sheetRules = ({ law, duties }: LawSheet, answers: Answers): readonly Problem[] =>
  duties.flatMap(({ id, answer }, index) => [
    ...unless(Object.hasOwn(answers, answer), {
      code: 'DUTY_UNANSWERED',
      at: `${law}.duties[${index}].answer`,
      value: answer,
      reason: 'is not an answer, so the duty would be missing on every page',
      remedy: 'write the answer in packages/evidence/src/answers.ts, open if no proof covers it',
    }),
    ...unless(duties.findIndex((other) => other.id === id) === index, {
      code: 'DUTY_TWICE',
      at: `${law}.duties[${index}].id`,
      value: id,
      reason: 'is the name of two duties',
      remedy: 'give each its own name; OSCAL identifies a control by it',
    }),
  ]);

/** Days that the pages show are in the calendar. */
const dayRules = ({ law, since, compared, confirmed, duties }: LawSheet): readonly Problem[] =>
  Object.entries({
    since,
    compared,
    ...(confirmed && { 'confirmed.on': confirmed.on }),
    ...Object.fromEntries(
      duties.flatMap((duty, index) => (duty.since ? [[`duties[${index}].since`, duty.since]] : [])),
    ),
  }).flatMap(([name, day]) =>
    unless(isDay(day), {
      code: 'LAW_DAY',
      at: `${law}.${name}`,
      value: day,
      reason: notADay,
      remedy: `write such a day in the law's sheet, packages/evidence/src/laws`,
    }),
  );

const unused = (sheets: readonly LawSheet[], answers: Answers): readonly Problem[] => {
  const used = new Set<string>(sheets.flatMap(({ duties }) => duties.map(({ answer }) => answer)));
  return Object.keys(answers).flatMap((name) =>
    unless(used.has(name), {
      code: 'ANSWER_UNUSED',
      at: `answers.${name}`,
      value: name,
      reason: 'answers to no duty of any law',
      remedy: 'remove it, or name it in a duty',
    }),
  );
};

/** Places that answers name and that no rendered file has any more. */
export const lostLineRules = (lost: readonly LostLine[]): readonly Problem[] =>
  [...new Map(lost.map((one) => [lineName(one), one])).values()].map(({ file, place }) =>
    problem({
      code: 'EVIDENCE_MISSING',
      at: file,
      value: place,
      reason: 'does not exist any more, so the evidence would point to nothing',
      remedy: 'correct the place in packages/evidence/src/shown.ts to what is rendered now',
    }),
  );
