import type { CountryCode, RegionId } from '@bizflow/region-catalog';
import type { Course } from '../../src/moves/course.ts';
import { borders } from './borders.ts';
import { answers, at, type Game, Harm, led, moversIn, root } from './game.ts';
import { stores } from './stores.ts';

/** Lets everyone ask, with every region up and with each down, and then write; throws what goes wrong. */
export const look = (course: Course, game: Game): void => {
  const zone = at(game, 'root/global');
  const ids = [
    ...new Set([game.base, ...game.own.values()].flatMap((facts) => Object.keys(facts))),
  ];
  const all = ids as RegionId[];
  for (const id of all) copyRows(game, id);
  const writes: [RegionId, CountryCode][] = [];
  for (const country of game.last.keys()) {
    const record = led(zone, country);
    if (record === undefined) throw new Harm(`${country} gets no answer`);
    if (Object.values(zone).some(({ life }) => life.waiting.includes(record.record))) continue;
    const home = record.region;
    if (!answers(game, home)) throw new Harm(`${country} finds no service in ${home}`);
    writes.push([read(game, home, country, null), country]);
    const { fallback } = root(game, home);
    if (fallback.kind === 'region' && answers(game, fallback.region))
      read(game, fallback.region, country, home);
  }
  for (const [writer, country] of writes) {
    const next = (game.last.get(country) ?? 0) + 1;
    game.last.set(country, next);
    game.rows.set(`${writer} ${country}`, next);
  }
  stillEqual(course, game);
  for (const id of all) stores(course, game, id);
  borders(course, game, all);
};

// A copy that runs is always one number behind, until someone says that it is whole.
const copyRows = (game: Game, id: RegionId): void => {
  const { rows, confirmed } = game;
  const own = root(game, id);
  const copies = own?.life.copies ?? null;
  if (copies === null || confirmed.isEqual || own.database.writer === copies.from) return;
  for (const country of copies.people) {
    const row = rows.get(`${copies.from} ${country}`);
    if (row !== undefined) rows.set(`${own.database.writer} ${country}`, row - 1);
  }
};

const read = (game: Game, id: RegionId, country: CountryCode, down: RegionId | null): RegionId => {
  const { writer } = root(game, id).database;
  if (writer === down) return writer;
  if (root(game, writer)?.database.role !== 'writer') throw new Harm(`${writer} takes no write`);
  if (game.rows.get(`${writer} ${country}`) !== game.last.get(country))
    throw new Harm(`${country} does not find its last number in ${writer}`);
  return writer;
};

// Said to be equal, and not led to the new place yet: the next number must not be in the old one alone.
const stillEqual = (course: Course, game: Game): void => {
  const { move } = course;
  if (!game.confirmed.isEqual || move.to === null) return;
  const to = root(game, move.to)?.database.writer;
  for (const country of moversIn(course, game))
    if (game.rows.get(`${to} ${country}`) !== game.last.get(country))
      throw new Harm(`${country} wrote to the old place after the copy was equal`);
};
