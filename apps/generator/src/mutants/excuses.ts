import type { Outcome } from './trial.ts';

/** Facts of one file whose wrong values need no refusal, and why. */
interface Excuse {
  readonly file: string;
  /** A regular expression that the path of the fact matches; without it, every fact of the file. */
  readonly path?: string;
  readonly reason: string;
}

/** Mutants that no rule needs to refuse: the content of `checks/mutants.json`. */
export interface Excuses {
  /** Wrong values that do no harm. */
  readonly harmless: readonly Excuse[];
  /** Facts that no render reads: the reason names the proof or the command that does. */
  readonly notRendered: readonly Excuse[];
}

/** At most this share of all mutants may be harmless. */
const mostHarmless = 0.05;

/** The outcomes that nothing refuses, warns of or excuses. */
export const openOf = (
  outcomes: readonly Outcome[],
  { harmless, notRendered }: Excuses,
): readonly Outcome[] =>
  outcomes.filter(
    (outcome) =>
      outcome.end === 'thrown' ||
      ((outcome.end === 'same' || outcome.end === 'survived') &&
        !isExcused(outcome, harmless) &&
        !(outcome.end === 'same' && isExcused(outcome, notRendered))),
  );

/** Whether a list names the fact of a mutant. */
export const isExcused = (outcome: Outcome, excuses: readonly Excuse[]): boolean =>
  excuses.some((excuse) => names(excuse, outcome));

const names = ({ file, path }: Excuse, { fact }: Outcome): boolean =>
  file === fact.file && (path === undefined || new RegExp(path).test(fact.path));

/** Sentences about what must not be. Only the whole of the mutants shows that an excuse is unused. */
export function faultsOf(
  outcomes: readonly Outcome[],
  open: readonly Outcome[],
  { harmless, notRendered }: Excuses,
  isWhole: boolean,
): readonly string[] {
  const left = outcomes.filter(({ end }) => end === 'same' || end === 'survived');
  const excused = left.filter((outcome) => isExcused(outcome, harmless));
  const unused = [...harmless, ...notRendered].filter(
    (excuse) => !left.some((outcome) => names(excuse, outcome)),
  );
  return [
    ...(open.length === 0
      ? []
      : [
          `no rule refuses ${open.length}: write a rule, or say in mutants.json why it is harmless`,
        ]),
    ...(isWhole && excused.length > outcomes.length * mostHarmless
      ? [`${excused.length} of ${outcomes.length} are harmless: at most 5 % may be`]
      : []),
    ...(isWhole ? unused : []).map(
      ({ file, path = '' }) => `${file} ${path} is refused now: remove it from mutants.json`,
    ),
  ];
}
