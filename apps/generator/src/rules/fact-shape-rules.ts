import type { Problem } from '@bizflow/kernel';
import type { ReadSource } from '../fact-sources/written-at.ts';
import { type FactsBySubject, factsByName } from '../shapes/facts-by-name.ts';
import { namedFactRules } from '../shapes/named-fact-rules.ts';

/**
 * Where a fact differs from its type. Node strips types without checking them, so what the compiler would refuse
 * can reach a render: these rules run before any rule reads a fact.
 */
export const factShapeRules = (read: ReadSource, facts?: FactsBySubject): readonly Problem[] =>
  namedFactRules(factsByName(facts), read);
