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
