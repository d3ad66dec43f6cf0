import { type Problem, unless, warnUnless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';

/** No guess takes a rule of the edge away, and each that is not confirmed is named. */
export const guessRules = ({ guesses }: Pick<Fleet, 'guesses'>): readonly Problem[] => [
  ...Object.entries(guesses).flatMap(([name, { value }]) =>
    unless(!name.endsWith('Paths') || !Array.isArray(value) || value.length > 0, {
      code: 'GUESS_EMPTY',
      at: `guesses.${name}`,
      value: '[]',
      reason: 'has no path, so that these paths would have no rules and limits',
      remedy: 'write at least one path in packages/config/src/guesses/guesses.ts',
    }),
  ),
  ...unconfirmed(guesses),
];

// It renders like a fact, and nothing else would tell.
const unconfirmed = (guesses: Fleet['guesses']): readonly Problem[] =>
  Object.entries(guesses).flatMap(([name, { value, ask, placeholder }]) =>
    warnUnless(!placeholder, {
      code: 'PLACEHOLDER_VALUE',
      at: `guesses.${name}`,
      value: [value].flat().join(', ') || 'none',
      reason: 'is a guess; the document does not give it',
      remedy: `ask ${ask}, and write it as confirmed(...) in packages/config/src/guesses/guesses.ts`,
    }),
  );
