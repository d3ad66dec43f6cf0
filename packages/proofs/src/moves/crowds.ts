import { once, onceForBoth } from '@bizflow/kernel';
import {
  type Catalog,
  type CountryCode,
  countryCodes,
  placedAmong,
  type RegionId,
} from '@bizflow/region-catalog';
import { type Course, regionIn, regionsOf } from './course.ts';

/** People whom DNS treats alike, and whose data lies in one place. */
export interface Crowd {
  /** Countries; `null` is who asks from a place that no one knows. */
  readonly people: readonly (CountryCode | null)[];
  /** Where their data was before the move. */
  readonly holder: RegionId | undefined;
  /** The region that DNS leads them to, or none. */
  readonly home: RegionId | undefined;
  /** The page answers them, because their data is changing its place. */
  readonly isWaiting: boolean;
  /** Their place changes with the move, by their own record or by that of their continent or the rest. */
  readonly isMoving: boolean;
}

const everyone: readonly (CountryCode | null)[] = [...countryCodes, null];

/** Everyone who asks DNS by some facts, in few crowds; worked out once for each facts of a move. */
export const crowdsOf = onceForBoth((course: Course, zone: Catalog): readonly Crowd[] => {
  const regions = regionsOf(zone);
  const waiting = new Set<string>(regions.flatMap(({ life }) => life.waiting));
  const start = course.stages[0]?.catalog ?? zone;
  const one = (country: CountryCode | null): Omit<Crowd, 'people'> => {
    const placed = placements(zone).get(country);
    const first = homeIn(start, country);
    const records = { served: country ?? '*', continent: 'EU', default: '*' };
    return {
      home: placed?.region,
      isWaiting: placed !== undefined && waiting.has(records[placed.basis]),
      holder: first && regionIn(start, first)?.database.writer,
      isMoving: isMoving(course, country),
    };
  };
  const alike = Map.groupBy(
    everyone.map((country) => ({ country, ...one(country) })),
    ({ home, holder, isWaiting, isMoving }) => `${home} ${holder} ${isWaiting} ${isMoving}`,
  );
  return [...alike.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const { country, ...rest } = first;
    return [{ ...rest, people: [country, ...more.map((other) => other.country)] }];
  });
});

/** Everyone whose place changes with the move: at its end the new region has them. */
export const movingIn = once((course: Course): readonly CountryCode[] =>
  countryCodes.filter((country) => isMoving(course, country)),
);

const isMoving = ({ stages, move }: Course, country: CountryCode | null): boolean => {
  const [start, end] = [stages[0]?.catalog, stages.at(-1)?.catalog];
  return (
    start !== undefined &&
    end !== undefined &&
    homeIn(start, country) === move.from &&
    homeIn(end, country) === move.to
  );
};

// Every step and every state of it asks for the same places.
const placements = once((catalog: Catalog) => {
  const regions = regionsOf(catalog);
  return new Map(everyone.map((country) => [country, placedAmong(regions, country)]));
});

const homeIn = (catalog: Catalog, country: CountryCode | null): RegionId | undefined =>
  placements(catalog).get(country)?.region;
