import type { PlacedFact } from '../fact-sources/instrument.ts';
import {
  between,
  compared,
  type Effects,
  type Parts,
  type Trial,
  together,
  union,
} from './effects.ts';
import type { OtherValues } from './other-values.ts';
import type { Changes } from './reads.ts';
import type { Session, sessionsOf } from './session.ts';

/** Other values of facts. */
export type Values = ReadonlyMap<PlacedFact, PlacedFact['value']>;

/** What other values of facts change, in a fleet that is rendered once as it is. */
export interface Trials {
  readonly base: Session;
  /** Whether the fact is read before the first part is rendered: then everything is rendered again. */
  readonly isInitial: (fact: PlacedFact) => boolean;
  /** What these values change together. */
  readonly effectsOf: (values: Values) => Effects;
  /** What any of these values of a fact changes. */
  readonly effectsOfAny: (fact: PlacedFact, values: OtherValues) => Effects;
}

/** Renders the fleet as it is, and gives what finds the effects of other values. */
export function trialsOf(run: ReturnType<typeof sessionsOf>): Trials {
  const base = run(new Map());
  const parts = partsOfSession(base);
  const isInitial = ({ number }: PlacedFact) => base.initial.has(number);
  const tried = (values: Values): Trial =>
    [...values.keys()].some(isInitial)
      ? between(parts, run(changesOf(values)))
      : ofPartsThatRead(parts, base, changesOf(values));
  return {
    base,
    isInitial,
    effectsOf: (values) => union([tried(values)], parts),
    effectsOfAny: (fact, values) =>
      union(
        trialsWith(values, (value) => tried(new Map([[fact, value]]))),
        parts,
      ),
  };
}

/** The first values, and others as long as each of those stops a part. */
function trialsWith(
  { first, otherwise }: OtherValues,
  tried: (value: PlacedFact['value']) => Trial,
): readonly Trial[] {
  const found = first.map(tried);
  for (const value of otherwise) {
    if (found.some(({ stopped }) => stopped.length === 0)) break;
    found.push(tried(value));
  }
  return found;
}

/** The parts of a session; throws a RangeError where one of them could not be rendered. */
export function partsOfSession({ parts }: Session): Parts {
  if (parts === null || parts.some(({ bodies }) => bodies === null)) {
    throw new RangeError('the facts as they are cannot be rendered');
  }
  return new Map(parts.map((part) => [part.name, part]));
}

const changesOf = (values: Values): Changes =>
  new Map([...values].map(([{ number }, value]) => [number, value]));

/** A source with another value of one of its facts. */
export const textWith = (
  text: string,
  { start, end }: PlacedFact,
  value: PlacedFact['value'],
): string => text.slice(0, start) + JSON.stringify(value) + text.slice(end);

const ofPartsThatRead = (parts: Parts, base: Session, changes: Changes): Trial =>
  together(
    [...parts.values()]
      .filter(({ reads }) => [...changes.keys()].some((fact) => reads.has(fact)))
      .map(({ name, bodies }) =>
        base.again(name, changes, (after) => compared(name, bodies, after)),
      ),
  );
