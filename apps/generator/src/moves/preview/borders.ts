import type { Fleet } from '@bizflow/config';
import { type Crossing, crossings } from '@bizflow/region-catalog/rules';
import { named, type State } from './state.ts';

const wayOf = ({ flow, from, to }: Crossing): string => `${flow} ${from} -> ${to}`;

/** The crossings that begin and end, each with the legal basis for those whose data crosses. */
export const borders = (before: Fleet, states: readonly State[]): readonly string[] => {
  let known = crossings(before.catalog);
  const lines = states.flatMap(({ step, fleet }) => {
    const now = crossings(fleet.catalog);
    const began = now.flatMap((one) =>
      allowedBy(fleet, one, newIn(one, known)).map(
        ([basis, subjects]) => `${step}: begins ${wayOf(one)} for ${named(subjects)}: ${basis}`,
      ),
    );
    const ended = known.flatMap((one) => {
      const subjects = newIn(one, now);
      return subjects.length === 0 ? [] : [`${step}: ends ${wayOf(one)} for ${named(subjects)}`];
    });
    known = now;
    return [...began, ...ended];
  });
  return lines.length === 0 ? ['no border is crossed that was not crossed before'] : lines;
};

type Subjects = Crossing['subjects'];

/** Those of a crossing who do not cross there among others. */
const newIn = (one: Crossing, others: readonly Crossing[]): Subjects => {
  const old = others.find((other) => wayOf(other) === wayOf(one))?.subjects ?? [];
  return one.subjects.filter((country) => !old.includes(country));
};

/** The legal bases of a crossing, each with those whose data it allows to cross: an act of one area holds for that alone. */
const allowedBy = (
  { exceptions }: Fleet,
  { flow, from, to }: Crossing,
  subjects: Subjects,
): readonly (readonly [basis: string, subjects: Subjects])[] => {
  const own = exceptions.filter((one) => one.flow === flow && one.from === from && one.to === to);
  const basisOf = (country: Subjects[number]): string =>
    own
      .filter((one) => one.subjects.includes(country))
      .map(({ basis }) => basis)
      .join('; ') || 'NO LEGAL BASIS IS WRITTEN';
  return [...Map.groupBy(subjects, basisOf)];
};
