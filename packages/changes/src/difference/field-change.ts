/** One field that differs; `undefined` on the side where it is missing. */
export interface FieldChange {
  /** A JSON pointer into the newer object, or into the older one where the field is gone. */
  readonly at: string;
  /** The same place with list members by their name: what a rule matches, and people read. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}
