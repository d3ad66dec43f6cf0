import type { Fleet } from '@bizflow/config';
import { fleetAt } from '@bizflow/config/moves';
import type { ResidencyException } from '@bizflow/region-catalog';
import { type DataWay, type Move, stepsOf } from '@bizflow/region-catalog/moves';
import { crossings } from '@bizflow/region-catalog/rules';

/** The legal basis that a person gives for every border that a move crosses and none is written for. */
export interface LegalBasis {
  readonly basis?: string | undefined;
  readonly decision?: string | undefined;
}

/** The exceptions that a move needs beside the written ones, with the legal basis that was given for them. */
export const exceptionsOf = (
  facts: Fleet,
  move: Move,
  { basis, decision }: LegalBasis,
): readonly ResidencyException[] => {
  if (basis === undefined || decision === undefined) return [];
  const needed = stepsOf(move).flatMap((step) => {
    const { catalog, exceptions } = fleetAt(facts, move, step);
    return crossings(catalog).flatMap(({ flow, from, to, subjects }) =>
      subjects
        .filter(
          (country) =>
            !exceptions.some(
              (one) =>
                one.flow === flow &&
                one.from === from &&
                one.to === to &&
                one.subjects.includes(country),
            ),
        )
        .map((country) => ({ flow, from, to, country })),
    );
  });
  const ways = Map.groupBy(needed, ({ flow, from, to }) => [flow, from, to].join(' '));
  return [...ways.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { flow, from, to } = first;
    const subjects = [...new Set(all.map(({ country }) => country))];
    return [
      { flow, from, to, subjects, basis, decision: decision as ResidencyException['decision'] },
    ];
  });
};

/**
 * How the data of a region can come to another one. A region that AWS cannot serve gives nothing: what was copied
 * out of it before is all there is, and the law keeps most backups at home.
 */
export const wayOut = ({ catalog }: Fleet, from: keyof Fleet['catalog']): DataWay => {
  if (catalog[from].status !== 'impaired') return { by: 'rows' };
  const copy = Object.values(catalog).find(({ database }) => database.source === from);
  return copy === undefined ? { by: 'nothing' } : { by: 'backup', in: copy.id };
};
