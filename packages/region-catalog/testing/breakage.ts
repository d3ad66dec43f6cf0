import type { Problem } from '@bizflow/kernel';
import type { ResidencyException } from '../src/exceptions.ts';
import { catalogRules } from '../src/rules/catalog-rules.ts';
import type { Catalog } from '../src/sheet-of.ts';
import { type Examples, exampleCatalog } from './example-catalog.ts';
import { exampleExceptions } from './example-exceptions.ts';

/** What breaks the example catalog, how, and exactly which codes then answer, in their order. */
export type Breakage = readonly [
  sentence: string,
  change: (draft: Examples) => unknown,
  ...codes: readonly string[],
];

/** A copy of the example catalog with one thing changed; the border where bad text becomes a catalog. */
export function changed(change: (draft: Examples) => unknown = () => undefined): Catalog {
  const draft = structuredClone(exampleCatalog);
  change(draft);
  return draft as unknown as Catalog;
}

/** The same border for the exceptions that go with it. */
export const excepted = exampleExceptions as unknown as readonly ResidencyException[];

/** What the rules say of the example catalog with one thing changed. */
export const problemsOf = (change?: (draft: Examples) => unknown): readonly Problem[] =>
  catalogRules(changed(change), excepted);
