import type { Fleet } from '@bizflow/config';
import type { Problem } from '@bizflow/kernel';
import { allowed, moveRules, placed, settled } from '@bizflow/region-catalog/moves';
import { catalogRules } from '@bizflow/region-catalog/rules';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import type { Course } from './course.ts';
import { courseOf } from './course-of.ts';
import { type PossibleMove, possibleMoves } from './possible-moves.ts';
import { safetyRules } from './safety-rules.ts';
import { waitsIn } from './waits-in.ts';
import { worldsOf } from './worlds.ts';

/** The moves that are on their way, and those that the rules would let begin, each step by step. */
export const moves = ({ fleet }: Pick<RenderedFleet, 'fleet'>): Proof => {
  const courses = [...coursesOf(fleet), ...possibleCourses(fleet)];
  return proofOf('moves', 'a region that moves is safe at every step, in any order of applies', {
    problems: courses.flatMap(safetyRules),
    witness: courses.map(witness),
  });
};

/** The moves that the facts hold. */
const coursesOf = (fleet: Fleet): readonly Course[] =>
  fleet.moves.map((move) =>
    courseOf(
      fleet.sheets,
      fleet.moves,
      move,
      fleet.writtenExceptions,
      waitsIn(fleet, fleet.sheets, move),
    ),
  );

/** The moves that the rules would let begin. */
export const possibleCourses = (fleet: Fleet): readonly Course[] => {
  const { sheets, writtenExceptions } = fleet;
  return possibleMoves(sheets)
    .filter((one) => mayBegin(one, writtenExceptions))
    .map(({ sheets: own, move }) =>
      courseOf(own, [move], move, writtenExceptions, waitsIn(fleet, own, move)),
    );
};

/** Whether the rules let a move begin: they find nothing at any step that they do not find before it. */
export const mayBegin = (
  { sheets, move }: PossibleMove,
  written: Fleet['writtenExceptions'],
): boolean => {
  const [before, now] = [settled(sheets), placed(sheets, [move])];
  const known = catalogRules(before, written).map(key);
  return [
    ...moveRules(sheets, [move], written),
    ...catalogRules(now, allowed(before, now, written, [move])),
  ].every((problem) => problem.severity !== 'error' || known.includes(key(problem)));
};

const key = ({ code, at, value }: Problem): string => [code, at, value].join(' ');

const witness = (course: Course): string => {
  const worlds = worldsOf(course);
  return `${course.move.id}: ${course.stages.length - 1} steps, ${worlds.length} states, with every region up and with each one down`;
};
