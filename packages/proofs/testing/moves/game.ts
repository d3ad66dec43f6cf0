import { type CountryCode, type RegionId, readingOf } from '@bizflow/region-catalog';
import type { Course, Stage, Unit } from '../../src/moves/course.ts';

type Facts = Stage['catalog'];

/** What a game remembers: who applied what, the rows of each database, and each person's last number. */
export interface Game {
  readonly base: Facts;
  readonly own: ReadonlyMap<Unit, Facts>;
  /** The number that a database has of a country, by `<region> <country>`. */
  readonly rows: Map<string, number>;
  readonly last: Map<CountryCode, number>;
  readonly confirmed: Stage['confirmed'];
}

/** What went wrong in a game. */
export class Harm extends Error {}

/** Everyone of the game whom another region answers when the move is over. */
export const moversIn = ({ move, stages }: Course, { last }: Game): readonly CountryCode[] =>
  [...last.keys()].filter((country) => {
    const ends = [stages[0], stages.at(-1)].map(
      (stage) => stage && led(stage.catalog, country)?.region,
    );
    return ends[0] === move.from && ends[1] === move.to;
  });

export const rowsIn = ({ rows }: Game, id: RegionId): readonly string[] =>
  [...rows.keys()].filter((key) => key.startsWith(`${id} `));

export const at = ({ base, own }: Game, unit: Unit): Facts => own.get(unit) ?? base;

/** The record that answers a country: its own, its continent's or the default, the most specific first. */
export const led = (facts: Facts, country: CountryCode) => {
  const offers = Object.values(facts).flatMap(({ id, serves, dns, country: place }) => {
    const reading = readingOf(country, place);
    const mayFollow = reading === 'free' || reading === 'contract';
    return [
      ...(serves.includes(country) ? [{ rank: 3, record: country, region: id }] : []),
      ...(dns.locations.includes('EU') && mayFollow
        ? [{ rank: 2, record: 'EU' as const, region: id }]
        : []),
      ...(dns.locations.includes('*') ? [{ rank: 1, record: '*' as const, region: id }] : []),
    ];
  });
  return offers.toSorted((one, other) => other.rank - one.rank)[0];
};

export const root = (game: Game, id: RegionId) => at(game, `root/${id}`)[id];

export const answers = (game: Game, id: RegionId): boolean =>
  root(game, id) !== undefined &&
  at(game, `cluster/${id}`)[id]?.life.extent === 'whole' &&
  at(game, 'root/global')[id]?.life.extent === 'whole';
