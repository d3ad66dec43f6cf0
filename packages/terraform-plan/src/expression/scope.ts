import type { Value, Values } from './value.ts';

/** The values of names; a name that is not there fails. */
export interface Scope {
  readonly lookUp: (name: string) => Value;
  /** Functions that need a place, such as `file`. */
  readonly functions: Readonly<Record<string, (args: readonly Value[]) => Value>>;
}

/** The same with more names, such as `each`. */
export const within = (scope: Scope, names: Values): Scope => ({
  ...scope,
  lookUp: (name) => {
    const found = names[name];
    return found === undefined ? scope.lookUp(name) : found;
  },
});
