import type { Catalog, CountryCode, RegionId } from '@bizflow/region-catalog';
import { crossings } from '@bizflow/region-catalog/rules';
import { type Course, regionIn, regionsOf } from './course.ts';
import { crowdsOf, movingIn } from './crowds.ts';
import type { Harm } from './harm.ts';
import { answerTo, type Seen } from './seen.ts';
import { factsOf, idsIn, type World } from './worlds.ts';

type Found = readonly Omit<Harm, 'down'>[];

/** What a world does to data, whichever region is down: borders, and stores that go or may go. */
export const dataHarms = (course: Course, world: World, sight: Seen): readonly Harm[] =>
  [...borders(course, sight), ...idsIn(course).flatMap((id) => gone(course, world, sight, id))].map(
    (found) => ({ ...found, down: null }),
  );

const borders = ({ exceptions }: Course, { regions }: Seen): Found =>
  crossings(regions).flatMap(({ flow, from, to, subjects }) => {
    const written = exceptions
      .filter((one) => one.flow === flow && one.from === from && one.to === to)
      .flatMap((one) => one.subjects);
    const people = subjects.filter((country) => !written.includes(country));
    if (people.length === 0) return [];
    const says = `have their data taken along ${flow} ${from} -> ${to} without a legal basis`;
    return [{ code: 'MOVE_BORDER', people, says }];
  });

const gone = (course: Course, world: World, sight: Seen, id: RegionId): Found => [
  ...forgotten(course, world, id),
  ...(regionIn(factsOf(world, `root/${id}`), id)?.life.extent === 'remains' &&
  isUsed(course, world, sight, id)
    ? [deletes(`the data of ${id} may be deleted, and it is still in use`)]
    : []),
];

/** A root that is rendered no more, and rows that no rendered fact names. */
const forgotten = (course: Course, { rendered, before }: World, id: RegionId): Found => {
  const { move } = course;
  const isLeft = id === move.from;
  const { isEmpty, isErased } = before.confirmed;
  if (regionIn(before.catalog, id) === undefined || (isLeft && isEmpty)) return [];
  if (regionIn(rendered.catalog, id) === undefined)
    return [deletes(`the root of ${id} is gone, and it is not said to be empty`)];
  const named = peopleIn(rendered.catalog, id);
  const lying = [before, rendered].flatMap(({ catalog }) => copiedTo(catalog, id));
  // Only who has arrived elsewhere was erased here.
  const erased = isLeft && isErased ? movingIn(course) : [];
  const people = [...peopleIn(before.catalog, id), ...lying].filter(
    (country) => !named.includes(country) && !erased.includes(country),
  );
  return people.length === 0
    ? []
    : [deletes(`have data in ${id} that no fact names, and it is not said to be erased`, people)];
};

const deletes = (says: string, people: readonly CountryCode[] = []): Found[number] => ({
  ...{ code: 'MOVE_DELETES', people: [...new Set(people)], says },
});

/** Whose data lies in a region: what it keeps, and what everyone keeps who writes there. */
const peopleIn = (catalog: Catalog, id: RegionId): readonly CountryCode[] => [
  ...(regionIn(catalog, id)?.life.keeps ?? []),
  ...regionsOf(catalog)
    .filter(({ database }) => database.writer === id)
    .flatMap(({ serves, life }) => [...serves, ...life.keeps]),
];

const copiedTo = (catalog: Catalog, id: RegionId): readonly CountryCode[] =>
  regionsOf(catalog)
    .filter(({ database }) => database.writer === id)
    .flatMap(({ life }) => life.copies?.people ?? []);

/** Whether data of someone is in a region alone, or is written there, or is copied from there. */
const isUsed = (course: Course, { before }: World, sight: Seen, id: RegionId): boolean => {
  const { isEqual } = before.confirmed;
  const isNeeded = crowdsOf(course, sight.zone).some((crowd) => {
    if (crowd.holder === id && !(crowd.isMoving && isEqual)) return true;
    const answer = answerTo(sight, crowd, null);
    return answer !== 'page' && regionIn(sight.regions, answer)?.database.writer === id;
  });
  const isFollowed = regionsOf(sight.regions).some(
    ({ id: other, database, life }) =>
      other !== id && life.extent !== 'remains' && [database.source, database.writer].includes(id),
  );
  return isNeeded || isFollowed;
};
