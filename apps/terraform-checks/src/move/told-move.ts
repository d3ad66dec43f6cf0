import { shorten } from '@bizflow/kernel';
import type { Turn } from '../order/play.ts';
import { reasonOf } from '../order/told.ts';
import type { Known } from '../rehearsal/deviations.ts';
import type { PlayedCommand } from './commands.ts';

/** A root as its apply went. */
export const turnLines = (
  { root, planned, created, taken, deviations, called, seconds }: Turn,
  known: readonly Known[],
): readonly string[] => [
  `   ${root}: ${planned.length} planned, ${created.length} there, ${taken.length} taken away, ` +
    `${called.calls} calls, ${seconds.toFixed(0)} s`,
  ...new Set(deviations.map((one) => `     ${reasonOf(one, known)}`)),
  ...called.refused.map(({ at, value }) => `     FAILED  ${at} calls ${value}`),
];

/** A command of the page as it went. */
export const commandLines = (
  { script, played, text, deviations }: PlayedCommand,
  known: readonly Known[],
): readonly string[] => [
  `   ${played === 'failed' ? 'FAILED' : played}: ${shorten(script, 140)}`,
  ...(played === 'failed' ? [`     ${text.trim().slice(-600)}`] : []),
  ...new Set(deviations.map((one) => `     ${reasonOf(one, known)}`)),
];
