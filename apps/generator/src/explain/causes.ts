import type { PlacedFact } from '../fact-sources/instrument.ts';
import type { Effects } from './effects.ts';
import { explained } from './make-index.ts';
import { otherValuesAmong } from './other-values.ts';
import { concerns, placed } from './query.ts';
import { sessionsOf } from './session.ts';
import { type Trials, trialsOf } from './trials.ts';

/** A fact of the working tree that was another one: `undefined` where it was not there. */
export interface FactBefore {
  readonly file: string;
  /** Where it is within its module: `euWest2.network.vpc`. */
  readonly path: string;
  readonly before: PlacedFact['value'] | undefined;
}

/** The changed facts without which a rendered field would not be as it is. */
export type CausesOf<T extends FactBefore> = (file: string, pointer: string) => readonly T[];

/**
 * Gives each changed field of the working tree its causes: those changed facts whose value before, put back alone,
 * would change the field. A field without a cause was changed by code, or by a fact that is no longer there.
 * Throws a RangeError where the facts as they are cannot be rendered.
 */
export async function causesOf<T extends FactBefore>(changed: readonly T[]): Promise<CausesOf<T>> {
  if (changed.length === 0) return () => [];
  const program = await explained();
  const trials = trialsOf(sessionsOf(program));
  const others = otherValuesAmong(program.facts);
  const known = new Map(program.facts.map((fact) => [`${fact.file}:${fact.path}`, fact]));
  const effects = changed.flatMap((one) => {
    const fact = known.get(`${one.file}:${one.path}`);
    return fact === undefined ? [] : [[one, effectsBefore(trials, fact, one, others)] as const];
  });
  return (file, pointer) =>
    effects.flatMap(([one, { places, added }]) => {
      const here = [...(places.get(file) ?? [])].map(placed);
      // What would come back into an object is a member that is gone.
      const isCause = here.some((place) =>
        concerns({ ...place, comes: false }, { pointer, line: 0 }),
      );
      return isCause || added.has(file) ? [one] : [];
    });
}

const effectsBefore = (
  { effectsOf, effectsOfAny }: Trials,
  fact: PlacedFact,
  { before }: FactBefore,
  others: ReturnType<typeof otherValuesAmong>,
): Effects =>
  before === undefined ? effectsOfAny(fact, others(fact)) : effectsOf(new Map([[fact, before]]));
