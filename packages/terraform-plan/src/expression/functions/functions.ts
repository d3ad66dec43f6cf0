import type { Value } from '../value.ts';

/** A function of Terraform's language on known arguments. */
export type Functions = Readonly<Record<string, (...args: readonly Value[]) => Value>>;
