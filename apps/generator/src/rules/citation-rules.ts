import type { Fleet } from '@bizflow/config';
import { type Problem, unless } from '@bizflow/kernel';

/** That each page which facts cite as their reason is there. */
export const citationRules = (
  { exceptions }: Pick<Fleet, 'exceptions'>,
  exists: (path: string) => boolean,
): readonly Problem[] =>
  exceptions.flatMap(({ decision }, index) =>
    unless(exists(decision), {
      code: 'CITATION_MISSING',
      at: `exceptions[${index}].decision`,
      value: decision,
      reason: 'is the page with the reasons for this exception, and does not exist',
      remedy: 'write the page, with the next free number of docs/decisions/',
    }),
  );
