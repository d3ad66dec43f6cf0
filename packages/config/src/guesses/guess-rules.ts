import { type Problem, warning } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';

/** Each guess that is not confirmed is named: it renders like a fact, and nothing else would tell. */
export const guessRules = ({ guesses }: Pick<Fleet, 'guesses'>): readonly Problem[] =>
  Object.entries(guesses)
    .filter(([, { placeholder }]) => placeholder)
    .map(([name, { value, ask }]) =>
      warning({
        code: 'PLACEHOLDER_VALUE',
        at: `guesses.${name}`,
        value: [value].flat().join(', ') || 'none',
        reason: 'is a guess; the document does not give it',
        remedy: `ask ${ask}, and write it as confirmed(...) in packages/config/src/guesses/guesses.ts`,
      }),
    );
