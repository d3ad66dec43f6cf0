import { once } from '@bizflow/kernel';
import { type CountryCode, type RegionId, readingOf } from '@bizflow/region-catalog';
import type { Course, Stage, Unit } from '../../src/moves/course.ts';

type Facts = Stage['catalog'];

/** A position: which step is rendered, which step's facts each unit has, and the rows of each database. */
export interface Game {
  readonly course: Course;
  /** Who plays. */
  readonly people: readonly CountryCode[];
  readonly index: number;
  readonly own: ReadonlyMap<Unit, number>;
  /** By `<region> <country>`: whether a database has the last number that the country wrote, or an older one. */
  readonly rows: ReadonlyMap<string, 'last' | 'old'>;
}

/** What went wrong in a game. */
export class Harm extends Error {}

/** The facts that are rendered. */
export const rendered = ({ course, index }: Game): Facts => stageAt(course, index).catalog;

/** What was confirmed before the rendered step was written. */
export const known = ({ course, index }: Game): Stage['confirmed'] =>
  stageAt(course, Math.max(index - 1, 0)).confirmed;

export const stageAt = ({ stages }: Course, index: number): Stage => {
  const stage = stages[index];
  if (stage === undefined) throw new RangeError(`${stages.length} stages have no ${index}`);
  return stage;
};

/** The facts that a unit has. */
export const at = (game: Game, unit: Unit): Facts =>
  stageAt(game.course, game.own.get(unit) ?? 0).catalog;

export const root = (game: Game, id: RegionId) => at(game, `root/${id}`)[id];

export const rowsIn = ({ rows }: Game, id: RegionId): readonly string[] =>
  [...rows.keys()].filter((key) => key.startsWith(`${id} `));

export const countryOf = (key: string): CountryCode => key.split(' ')[1] as CountryCode;

/** Everyone of the game whom another region answers when the move is over. */
export const moversIn = (game: Game): readonly CountryCode[] => {
  const { course } = game;
  const ends = [stageAt(course, 0), stageAt(course, course.stages.length - 1)];
  return game.people.filter((country) => {
    const [first, last] = ends.map(({ catalog }) => led(catalog, country)?.region);
    return first === course.move.from && last === course.move.to;
  });
};

/** The record that answers a country: its own, its continent's or the default, the most specific first. */
export const led = (facts: Facts, country: CountryCode) => ledBy(facts)(country);

// Thousands of positions ask the same facts.
const ledBy = once((facts: Facts) => {
  const known = new Map<CountryCode, Record | undefined>();
  return (country: CountryCode): Record | undefined => {
    if (!known.has(country)) known.set(country, recordFor(facts, country));
    return known.get(country);
  };
});

interface Record {
  readonly rank: number;
  readonly record: CountryCode | 'EU' | '*';
  readonly region: RegionId;
}

const recordFor = (facts: Facts, country: CountryCode): Record | undefined => {
  const offers = Object.values(facts).flatMap(({ id, serves, dns, country: place }): Record[] => {
    const reading = readingOf(country, place);
    const mayFollow = reading === 'free' || reading === 'contract';
    const europe = dns.locations.includes('EU') && mayFollow;
    return [
      ...(serves.includes(country) ? [{ rank: 3, record: country, region: id }] : []),
      ...(europe ? [{ rank: 2, record: 'EU' as const, region: id }] : []),
      ...(dns.locations.includes('*') ? [{ rank: 1, record: '*' as const, region: id }] : []),
    ];
  });
  return offers.toSorted((one, other) => other.rank - one.rank)[0];
};

/** Whether a region has services, and DNS knows it. */
export const answers = (game: Game, id: RegionId): boolean =>
  root(game, id) !== undefined &&
  at(game, `cluster/${id}`)[id]?.life.extent === 'whole' &&
  at(game, 'root/global')[id]?.life.extent === 'whole';
