import type { PlacedFact } from '../fact-sources/instrument.ts';
import type { Effects } from './effects.ts';
import type { Explained } from './make-index.ts';
import { otherValuesAmong } from './other-values.ts';
import { sessionsOf } from './session.ts';
import { type Trials, trialsOf } from './trials.ts';

/** The effects of a share of the facts: of those whose group has this remainder. */
export function effectsOfShare(
  program: Explained,
  share: number,
  of: number,
): readonly (readonly [fact: number, effects: Effects])[] {
  const trials = trialsOf(sessionsOf(program));
  const others = otherValuesAmong(program.facts);
  const read = new Set((trials.base.parts ?? []).flatMap(({ reads }) => [...reads]));
  const readOnes = program.facts.filter((fact) => trials.isInitial(fact) || read.has(fact.number));
  return groups(readOnes)
    .filter((_, index) => index % of === share)
    .filter((group) => !isIdle(group, trials, others))
    .flatMap((group) =>
      group.map((fact) => [fact.number, trials.effectsOfAny(fact, others(fact))] as const),
    );
}

/** Neighbours in a file, of which often all or none is rendered. */
const groups = (facts: readonly PlacedFact[]): readonly (readonly PlacedFact[])[] =>
  [...Map.groupBy(facts, ({ file }) => file).values()].flatMap((ofFile) =>
    Array.from({ length: Math.ceil(ofFile.length / together) }, (_, index) =>
      ofFile.slice(index * together, (index + 1) * together),
    ),
  );

const together = 12;

/** Whether all facts of a group could have other values, and nothing would be rendered otherwise. */
const isIdle = (
  group: readonly PlacedFact[],
  { isInitial, effectsOf }: Trials,
  others: ReturnType<typeof otherValuesAmong>,
): boolean => {
  // One part alone is rendered as fast as a whole group.
  if (!group.some(isInitial)) return false;
  const values = new Map(
    group.flatMap((fact) => {
      const [value] = others(fact).first;
      return value === undefined ? [] : [[fact, value] as const];
    }),
  );
  const { places, added, stopped } = effectsOf(values);
  return places.size + added.size + stopped.size === 0;
};
