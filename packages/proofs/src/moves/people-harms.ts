import type { RegionId } from '@bizflow/region-catalog';
import { type Course, regionIn } from './course.ts';
import { type Crowd, crowdsOf } from './crowds.ts';
import type { Harm } from './harm.ts';
import { type Answer, answerTo, type Seen } from './seen.ts';
import { idsIn, type World } from './worlds.ts';

/** The people of a world who get no answer that is meant, or whose writes do not reach their data. */
export const peopleHarms = (course: Course, world: World, sight: Seen): readonly Harm[] =>
  [null, ...idsIn(course)].flatMap((down) =>
    crowdsOf(course, sight.zone).flatMap((crowd): readonly Harm[] => {
      const answer = answerTo(sight, crowd, down);
      const harm =
        unrouted(crowd, answer, down) ??
        (answer === 'page' ? undefined : lost(course, world, sight, crowd, answer, down));
      return harm === undefined ? [] : [{ ...harm, down, people: crowd.people }];
    }),
  );

type Found = Pick<Harm, 'code' | 'says'> | undefined;

const unrouted = ({ home, isWaiting }: Crowd, answer: Answer, down: RegionId | null): Found => {
  if (home === undefined) return { code: 'MOVE_UNROUTED', says: 'get no answer at all' };
  if (isWaiting || answer === home || home === down) return undefined;
  return { code: 'MOVE_UNROUTED', says: `are led to ${home}, where no service runs` };
};

const lost = (
  course: Course,
  { before: { confirmed } }: World,
  { regions }: Seen,
  { holder, isMoving }: Crowd,
  answer: RegionId,
  down: RegionId | null,
): Found => {
  const writer = regionIn(regions, answer)?.database.writer;
  // With the writer down, writes wait for the takeover of the runbook, move or no move.
  if (writer === undefined || writer === down) return undefined;
  const told = (says: string): Found => ({
    code: 'MOVE_WRITER',
    says: `write to ${writer}, ${says}`,
  });
  if (regionIn(regions, writer)?.database.role !== 'writer') return told('which takes no writes');
  const { from, to } = course.move;
  if (writer === from && (confirmed.isEmpty || (isMoving && confirmed.isErased)))
    return told('where their data is said to be erased');
  const goal = to === null || !isMoving ? holder : regionIn(regions, to)?.database.writer;
  if (goal === holder && writer === holder) return undefined;
  if (writer === holder)
    return confirmed.isEqual ? told('of which the last copy is made') : undefined;
  if (writer !== goal) return told(`and their data is in ${holder ?? 'no region'}`);
  return confirmed.isEqual ? undefined : told('where their data is not yet whole');
};
