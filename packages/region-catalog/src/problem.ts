/**
 * One thing that is wrong, said so that a person can mend it and a program can match it.
 * Rules report problems and never throw, so that all of them are seen at once.
 */
export interface Problem {
  /** Stable; match on this. */
  readonly code: string;
  /** `warning` is printed, and refused only by `--strict`. */
  readonly severity: 'error' | 'warning';
  /** The fact at fault, as a path: `eu-west-2.network.public[1]`. */
  readonly at: string;
  /** The value found there. */
  readonly value: string;
  /** Why it cannot stand. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A problem of severity `error`. */
export const fault = (
  code: string,
  at: string,
  value: string,
  reason: string,
  remedy: string,
  // String: what a rule quotes can be missing in data that the compiler never saw.
): Problem => ({ code, severity: 'error', at, value: String(value), reason, remedy });

/** No problem when a promise holds, otherwise the one {@link fault} that says so. */
export const unless = (holds: boolean, ...problem: Parameters<typeof fault>): readonly Problem[] =>
  holds ? [] : [fault(...problem)];
