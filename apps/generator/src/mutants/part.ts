import type { Mutant } from './mutant.ts';

/** Which of the mutants are tried: every nth, and all of the subjects of changed files. */
export interface Part {
  readonly every: number | null;
  readonly changed: readonly string[];
}

/** A part of the mutants, the same one for the same sources; all of them where nothing says which. */
export const partOf = (mutants: readonly Mutant[], { every, changed }: Part): readonly Mutant[] => {
  const subjects = new Set(changed.flatMap((file) => subjectOf(file) ?? []));
  return mutants.filter(
    ({ fact }, index) =>
      (every !== null && index % every === 0) || subjects.has(subjectOf(fact.file) ?? ''),
  );
};

/** What facts and their rules share: a folder of `packages/config/src/`, or the catalog. */
const subjectOf = (file: string): string | undefined =>
  /^packages\/(config\/src\/[^/]+|region-catalog)\//.exec(file)?.[1];
