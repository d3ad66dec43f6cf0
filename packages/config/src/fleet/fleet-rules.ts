import { once, type Problem } from '@bizflow/kernel';
import { allFacts } from '../facts/all-facts.ts';
import { emptyRules } from '../facts/empty-rules.ts';
import { factRules } from '../facts/fact-rules.ts';
import { orderRules } from '../facts/order-rules.ts';
import { repeatRules } from '../facts/repeat-rules.ts';
import { spanRules } from '../facts/span-rules.ts';
import type { Fleet } from './fleet.ts';
import { subjectRules } from './subject-rules.ts';

/** Everything wrong with the fleet, the catalog's own rules first. Never throws. */
export function fleetRules(fleet: Fleet): readonly Problem[] {
  const own = factsOf(fleet);
  const malformed = [
    ...factRules(own),
    ...repeatRules(own),
    ...spanRules(own),
    ...ofOthers(allFacts),
  ];
  try {
    const said = subjectRules(fleet);
    const errors = said.filter(({ severity }) => severity === 'error');
    return [...said, ...malformed.filter((one) => !errors.some((other) => isSame(one, other)))];
  } catch (error) {
    // The rules of the subjects rely on the kinds of the facts: these must be correct first.
    if (malformed.length === 0) throw error;
    return malformed;
  }
}

// What the locks pin has rules of its own, and what AWS offers is known from AWS.
const factsOf = ({ lock: _lock, charts: _charts, aws: _aws, ...facts }: Fleet) => facts;

const ofOthers = once((facts: typeof allFacts) => [
  ...factRules(facts),
  ...repeatRules(facts),
  ...emptyRules(facts),
  ...orderRules(facts),
  ...spanRules(facts),
]);

/** Whether two problems are about one fact, or the other about a part of it: the rule that knows more has said it. */
const isSame = (one: Problem, other: Problem): boolean =>
  namesIn(one.at).includes(namesIn(other.at).at(-1) ?? '');

const namesIn = (path: string): readonly string[] => path.replaceAll(/\[\d+\]/g, '').split('.');
