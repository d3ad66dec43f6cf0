import { type Problem, problem } from '@bizflow/kernel';

/** What is said when rendered files are not those of the facts. */
export const notRendered = (differing: readonly string[]): Problem =>
  problem({
    code: 'FILES_DIFFER',
    at: differing.slice(0, 3).join(', '),
    value: differing.length,
    reason:
      'rendered files differ from the facts, so that these proofs would not be about the facts',
    remedy: 'run npm run render first; npm run drift names every file',
  });
