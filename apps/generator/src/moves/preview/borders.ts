import type { Fleet } from '@bizflow/config';
import { type Crossing, crossings } from '@bizflow/region-catalog/rules';
import { named, type State } from './state.ts';

const wayOf = ({ flow, from, to }: Crossing): string => `${flow} ${from} -> ${to}`;

/** The crossings that begin and end, each with its legal basis. */
export const borders = (before: Fleet, states: readonly State[]): readonly string[] => {
  let known = crossings(before.catalog);
  const lines = states.flatMap(({ step, fleet }) => {
    const now = crossings(fleet.catalog);
    const began = now.flatMap((one) => {
      const old = known.find((other) => wayOf(other) === wayOf(one))?.subjects ?? [];
      const subjects = one.subjects.filter((country) => !old.includes(country));
      return subjects.length === 0
        ? []
        : [`${step}: begins ${wayOf(one)} for ${named(subjects)}: ${basis(fleet, one)}`];
    });
    const ended = known.flatMap((one) => {
      const left = now.find((other) => wayOf(other) === wayOf(one))?.subjects ?? [];
      const subjects = one.subjects.filter((country) => !left.includes(country));
      return subjects.length === 0 ? [] : [`${step}: ends ${wayOf(one)} for ${named(subjects)}`];
    });
    known = now;
    return [...began, ...ended];
  });
  return lines.length === 0 ? ['no border is crossed that was not crossed before'] : lines;
};

const basis = ({ exceptions }: Fleet, { flow, from, to, subjects }: Crossing): string => {
  const own = exceptions.filter((one) => one.flow === flow && one.from === from && one.to === to);
  const covered = subjects.every((country) => own.some((one) => one.subjects.includes(country)));
  return covered ? own.map((one) => one.basis).join('; ') : 'NO LEGAL BASIS IS WRITTEN';
};
