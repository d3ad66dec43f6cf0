import { everyFact } from '@bizflow/config/facts';
import type { NamedFacts } from './live-words.ts';

/** Facts by subject, and by name within it. */
export type FactsBySubject = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Every fact by subject and name, without functions: `tracing.sampling`. */
export const factsByName = (facts: FactsBySubject = everyFact): NamedFacts =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([subject, members]) =>
      Object.entries(members)
        .filter(([, value]) => typeof value !== 'function')
        .map(([name, value]) => [`${subject}.${name}`, value]),
    ),
  );
