import type { Outcome } from './outcomes.ts';

/** Facts of one file whose wrong values need no refusal, and why. */
interface Excuse {
  readonly file: string;
  /** A regular expression that the path of the fact matches; without it, every fact of the file. */
  readonly path?: string;
  readonly reason: string;
}

/** What is known of mutants that no rule refuses: the content of `checks/mutants.json`. */
export interface Ratchet {
  /** Wrong values that do no harm. */
  readonly harmless: readonly Excuse[];
  /** Facts that no render reads: the reason names the proof or the command that does. */
  readonly notRendered: readonly Excuse[];
  /** How many survivors of each file still need a rule. */
  readonly open: Readonly<Record<string, number>>;
}

/** The outcomes that nothing refuses and nothing excuses. */
export const openOf = (
  outcomes: readonly Outcome[],
  { harmless, notRendered }: Ratchet,
): readonly Outcome[] =>
  outcomes.filter(
    (outcome) =>
      outcome.end !== 'refused' &&
      !isExcused(outcome, harmless) &&
      !(outcome.end === 'same' && isExcused(outcome, notRendered)),
  );

/** Whether a list names the fact of a mutant. */
export const isExcused = ({ fact }: Outcome, excuses: readonly Excuse[]): boolean =>
  excuses.some(
    ({ file, path }) =>
      file === fact.file && (path === undefined || new RegExp(path).test(fact.path)),
  );

/** How many of the outcomes each file has, by file name. */
export const byFile = (outcomes: readonly Outcome[]): Readonly<Record<string, number>> => {
  const groups = Object.groupBy(outcomes, ({ fact }) => fact.file);
  return Object.fromEntries(
    Object.entries(groups)
      .map(([file, of = []]) => [file, of.length] as const)
      .toSorted(([one], [other]) => one.localeCompare(other)),
  );
};

/**
 * Sentences about files whose number is not the stated one. A part of the mutants shows only a number
 * that is too high.
 */
export function differences(
  open: readonly Outcome[],
  stated: Ratchet['open'],
  all: boolean,
): readonly string[] {
  const found = byFile(open);
  return [...new Set([...Object.keys(found), ...Object.keys(stated)])]
    .toSorted()
    .flatMap((file) => {
      const [now, then] = [found[file] ?? 0, stated[file] ?? 0];
      if (now > then) return [`${file}: ${now} survive, ${then} did: write a rule for the new one`];
      return all && now < then ? [`${file}: ${now} survive, ${then} did: lower its number`] : [];
    });
}
