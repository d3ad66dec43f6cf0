import type { CountryCode, RegionId } from '@bizflow/region-catalog';
import type { Course } from '../../src/moves/course.ts';
import { at, type Game, Harm, root, rowsIn } from './game.ts';

/** Looks at every row of a region: a root that goes, a store that may go, and rows that no fact names. */
export const stores = (course: Course, game: Game, id: RegionId): void => {
  const rows = rowsIn(game, id);
  const own = root(game, id);
  if (own === undefined) {
    const isMade = game.base[id] !== undefined;
    if (isMade && (rows.length > 0 || !game.confirmed.isEmpty || id !== course.move.from))
      throw new Harm(`the root of ${id} is gone with what it held`);
    return;
  }
  if (own.life.extent === 'remains') mayGo(game, id, rows);
  const named = [...own.serves, ...own.life.keeps, ...(led(game, id) ?? []), ...usersOf(game, id)];
  for (const key of rows) {
    const country = countryOf(key);
    const isBound = Object.values(course.stages[0]?.catalog ?? {}).some(({ serves }) =>
      serves.includes(country),
    );
    if (isBound && !named.includes(country)) throw new Harm(`no fact names ${key}`);
  }
};

const countryOf = (key: string): CountryCode => key.split(' ')[1] as CountryCode;

const led = (game: Game, id: RegionId) => at(game, 'root/global')[id]?.serves;

// Someone deletes it at once: is the last number of everyone somewhere else, and does no other region need it?
const mayGo = (game: Game, id: RegionId, rows: readonly string[]): void => {
  for (const key of rows) {
    const last = game.last.get(countryOf(key));
    const copies = [...game.rows].filter(
      ([other, row]) => countryOf(other) === countryOf(key) && row === last,
    );
    if (copies.every(([other]) => other === key)) throw new Harm(`${key} may be deleted`);
  }
  for (const one of Object.keys(at(game, 'root/global')) as RegionId[]) {
    const user = root(game, one);
    const needs = [user?.database.writer, user?.database.source].includes(id);
    if (one !== id && needs && user?.life.extent !== 'remains')
      throw new Harm(`${one} uses ${id}, which may be deleted`);
  }
};

/** Whose rows the facts of other regions place in a region. */
const usersOf = (game: Game, id: RegionId): readonly CountryCode[] =>
  (Object.keys(at(game, 'root/global')) as RegionId[]).flatMap((one) => {
    const user = root(game, one);
    if (user === undefined || one === id || user.database.writer !== id) return [];
    return [...user.serves, ...user.life.keeps, ...(led(game, one) ?? [])];
  });
