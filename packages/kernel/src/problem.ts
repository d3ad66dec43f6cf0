import { concealed } from './concealed.ts';
import { shorten } from './shorten.ts';

/**
 * One thing that is wrong, in words that a person can act on and a program can match.
 * Rules report problems and never throw, so that all of them are seen at once.
 */
export interface Problem {
  /** Stable; match on this. */
  readonly code: string;
  /** `warning` is printed, and refused only by `--strict`. */
  readonly severity: 'error' | 'warning';
  /** The path of the wrong fact: `eu-west-2.network.public[1]`. */
  readonly at: string;
  /** The value found there; text that could be taken for a number, `true` or nothing is in quotes. */
  readonly value: string;
  /** Why it is refused. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** What a rule says about one wrong fact. */
export interface Fault extends Omit<Problem, 'severity' | 'value'> {
  /** `undefined` where the fact is missing. */
  readonly value: string | number | boolean | null | undefined;
}

// Bounds on quoted data, in characters: a name or a value can be of any length.
const most = { at: 200, value: 80, reason: 300, remedy: 400 };

const line = (text: string, length: number): string => shorten(concealed(text), length);

// The number 5 and the text "5" are different facts.
const looksLikeAnother =
  /^(-?\d+(\.\d+)?(e[+-]?\d+)?|NaN|-?Infinity|true|false|null|undefined|\s*)$/i;

const quoted = (value: Fault['value']): string =>
  typeof value === 'string' && looksLikeAnother.test(value) ? JSON.stringify(value) : String(value);

/** A value as JSON writes it, text in quotes, for {@link Fault.value}; what JSON cannot express is missing. */
export const inJson = (value: unknown): Fault['value'] =>
  typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);

const made = (severity: Problem['severity'], fault: Fault): Problem => ({
  code: fault.code,
  severity,
  at: line(fault.at, most.at),
  value: line(quoted(fault.value), most.value),
  reason: line(fault.reason, most.reason),
  remedy: line(fault.remedy, most.remedy),
});

/** A problem that stops a render. Long text in it is shortened, and what looks like a credential is cut. */
export const problem = (fault: Fault): Problem => made('error', fault);

/** A problem that is printed, and that stops a render only under `--strict`. */
export const warning = (fault: Fault): Problem => made('warning', fault);

/** No problem when the condition is true, otherwise one {@link problem}. */
export const unless = (holds: boolean, fault: Fault): readonly Problem[] =>
  holds ? [] : [problem(fault)];

/** No problem when the condition is true, otherwise one {@link warning}. */
export const warnUnless = (holds: boolean, fault: Fault): readonly Problem[] =>
  holds ? [] : [warning(fault)];
