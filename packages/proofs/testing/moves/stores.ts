import type { CountryCode, RegionId } from '@bizflow/region-catalog';
import { countryOf, type Game, Harm, known, rendered, root, rowsIn, stageAt } from './game.ts';

/** Looks at every row of a region: a root that goes, a store that may go, and rows that no fact names. */
export const stores = (game: Game, id: RegionId): void => {
  const rows = rowsIn(game, id);
  const { course, index } = game;
  const isGone = rendered(game)[id] === undefined;
  if (isGone && stageAt(course, Math.max(index - 1, 0)).catalog[id] !== undefined) {
    if (rows.length > 0 || !known(game).isEmpty || id !== course.move.from)
      throw new Harm(`the root of ${id} is gone with what it held`);
  }
  if (root(game, id)?.life.extent === 'remains') mayGo(game, id, rows);
  if (isGone) return;
  const named = namedIn(game, id);
  const bound = Object.values(stageAt(course, 0).catalog).flatMap(({ serves }) => serves);
  for (const key of rows) {
    const country = countryOf(key);
    if (bound.includes(country) && !named.includes(country)) throw new Harm(`no fact names ${key}`);
  }
};

// Someone deletes it at once: is the last number of everyone somewhere else, and does no other region need it?
const mayGo = (game: Game, id: RegionId, rows: readonly string[]): void => {
  for (const key of rows) {
    const copies = [...game.rows].filter(
      ([other, row]) => countryOf(other) === countryOf(key) && row === 'last',
    );
    if (copies.every(([other]) => other === key)) throw new Harm(`${key} may be deleted`);
  }
  for (const one of Object.keys(rendered(game)) as RegionId[]) {
    const user = root(game, one);
    const needs = [user?.database.writer, user?.database.source].includes(id);
    if (one !== id && needs && user?.life.extent !== 'remains')
      throw new Harm(`${one} uses ${id}, which may be deleted`);
  }
};

/** Whose rows the rendered facts place in a region. */
const namedIn = (game: Game, id: RegionId): readonly CountryCode[] =>
  Object.values(rendered(game)).flatMap((one) =>
    one.id === id || one.database.writer === id ? [...one.serves, ...one.life.keeps] : [],
  );
