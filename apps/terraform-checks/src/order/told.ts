import { type Copied, commandOf, type Step } from '@bizflow/config/order';
import { type Problem, problem } from '@bizflow/kernel';
import type { Deviation, Known } from '../rehearsal/deviations.ts';
import type { Failed } from './before.ts';
import type { Turn } from './play.ts';

/** Lines of the checklist that moto answers in another way than AWS, and why. */
const others: Readonly<Record<string, string>> = {
  'No Macie': 'moto has Macie on in every account (GetMacieSession)',
};

/** Whether moto, and not the order, is why a line of the checklist failed. */
export const motoCannot = ({ what }: Failed): boolean => Object.hasOwn(others, what);

/** A line of the checklist that did not print what the page says. */
export const unanswered = ({ what, where, text }: Failed): string =>
  others[what] === undefined
    ? `   FAILED  ${where}: ${what}: ${text}`
    : `   skipped ${what}: ${others[what]}`;

/** A value that later steps read, and that the apply before them did not print: they would be played with an example. */
export const notPrinted = ({ root, output, to }: Copied): Problem =>
  problem({
    code: 'OUTPUT_MISSING',
    at: root,
    value: output,
    reason: `is not printed, so that ${to.join('.')} stays an example and the steps after it are played with that`,
    remedy: 'teach moto what the output is of, in apps/terraform-checks/src/rehearsal/',
  });

/** A step as it went: each root, what was made, and what moto could not make and why. */
export const told = (
  step: Step,
  index: number,
  turns: readonly Turn[],
  known: readonly Known[],
): readonly string[] => [
  `\n${index + 1}. ${step.title.replaceAll('`', '')}: ${commandOf(step)}`,
  ...turns.flatMap(({ root, planned, created, unproven, deviations, called, seconds }) => [
    `   ${root}: ${planned.length} planned, ${created.length} there, ` +
      `${unproven.length} wait for what moto lacks, ${called.calls} calls, ${seconds.toFixed(0)} s`,
    ...new Set(deviations.map((one) => `     ${reasonOf(one, known)}`)),
    ...called.refused.map(({ at, value }) => `     FAILED  ${at} calls ${value}`),
  ]),
];

/** Why moto did not do what AWS does, or that no one knows. */
export const reasonOf = (one: Deviation, known: readonly Known[]): string => {
  const entry = known.find(
    ({ step, type, message }) =>
      step === one.step && type === one.type && one.message.includes(message),
  );
  return entry === undefined
    ? `FAILED  ${one.address}: ${one.message}`
    : `skipped ${one.type}: ${entry.why} (${entry.message})`;
};
