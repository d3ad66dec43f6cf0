/** What values of a name mean, and which of them make sense. */
export interface FactKind {
  readonly code: string;
  /** The paths of such facts. */
  readonly of: RegExp;
  /** Checks only facts of this type, or any when the name says which type it must have. */
  readonly is: 'number' | 'string' | 'any';
  readonly holds: (value: unknown) => boolean;
  /** What is said about a value that does not hold: "must be ...". */
  readonly reason: string;
}

/** A kind of texts, by a pattern or a function that knows them. */
export const text = (
  code: string,
  of: RegExp,
  holds: RegExp | ((value: string) => boolean),
  reason: string,
): FactKind => ({
  ...{ code, of, is: 'any', reason },
  holds: (value) =>
    typeof value === 'string' && (holds instanceof RegExp ? holds.test(value) : holds(value)),
});
