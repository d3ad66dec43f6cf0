import type { Value } from './value.ts';

/** The values of names; a name that is not there fails. */
export interface Scope {
  readonly lookUp: (name: string) => Value;
  /** Functions that need a place, such as `file`. */
  readonly functions: Readonly<Record<string, (args: readonly Value[]) => Value>>;
}
