import { freeze } from '@bizflow/kernel';
import { catalog } from '../catalog.ts';
import { type Crossing, crossings, sameWay } from '../crossings.ts';
import { type ResidencyException, writtenExceptions } from '../exceptions.ts';
import type { Catalog } from '../sheet-of.ts';
import { sheets } from '../sheets.ts';
import type { Move } from './move.ts';
import { moves } from './moves.ts';
import { settled } from './state-at.ts';

/**
 * The border crossings that are allowed at the present steps of some moves: the written exceptions that are needed
 * now, and those of the moves. An exception that was needed before the moves began waits unseen, because a move that
 * is reverted needs it again; one that was never needed stays, so that a rule names it.
 */
export const allowed = (
  before: Catalog,
  now: Catalog,
  written: readonly ResidencyException[],
  moves: readonly Move[],
): readonly ResidencyException[] => {
  if (moves.length === 0) return written;
  const [needed, known] = [crossings(now), crossings(before)];
  return [
    ...written.flatMap((one) =>
      narrowed(one, (country) => isOf(one, country, needed) || !isOf(one, country, known)),
    ),
    ...moves
      .flatMap(({ exceptions }) => exceptions)
      .flatMap((one) => narrowed(one, (country) => isOf(one, country, needed))),
  ];
};

const narrowed = (
  exception: ResidencyException,
  keeps: (country: ResidencyException['subjects'][number]) => boolean,
): readonly ResidencyException[] => {
  const subjects = exception.subjects.filter(keeps);
  return subjects.length === 0 ? [] : [{ ...exception, subjects }];
};

/** Whether a crossing needs an exception for a country. */
const isOf = (
  exception: ResidencyException,
  country: string,
  among: readonly Crossing[],
): boolean =>
  among.some(
    (one) => sameWay(one, exception) && one.subjects.some((subject) => subject === country),
  );

/** Every border crossing that is allowed now. */
export const exceptions: readonly ResidencyException[] = freeze(
  allowed(settled(sheets), catalog, writtenExceptions, moves),
);
