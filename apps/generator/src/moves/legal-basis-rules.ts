import { type Problem, unless } from '@bizflow/kernel';
import { isDecisionPage } from '../rules/citation-rules.ts';
import type { LegalBasis } from './new-move.ts';

/** A legal basis is written with the page that explains it, and that page is there: a render refuses any other. */
export const legalBasisRules = (
  { basis, decision }: LegalBasis,
  isFile: (path: string) => boolean,
): readonly Problem[] => {
  if (basis === undefined && decision === undefined) return [];
  return [
    ...unless(basis !== undefined && basis.trim() !== '', {
      code: 'BASIS_MISSING',
      at: '--basis',
      value: basis,
      reason: 'is missing: the page of a decision explains a legal basis, and none is given',
      remedy: "add --basis='...', or leave --decision out where no border is crossed",
    }),
    ...unless(decision !== undefined && isDecisionPage(decision) && isFile(decision), {
      code: 'CITATION_MISSING',
      at: '--decision',
      value: decision,
      reason: 'must be the page with the reasons for crossing these borders, and does not exist',
      remedy:
        'write the page first, with the next free number of docs/decisions/, then add --decision=docs/decisions/....md',
    }),
  ];
};
