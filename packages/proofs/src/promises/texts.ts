import type { Value } from '@bizflow/terraform-plan';

/** The texts in a value, at any depth. */
export const textsOf = (value: Value | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
};
