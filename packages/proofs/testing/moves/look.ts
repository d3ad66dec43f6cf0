import type { CountryCode, RegionId } from '@bizflow/region-catalog';
import { borders } from './borders.ts';
import { answers, at, type Game, Harm, known, led, moversIn, rendered, root } from './game.ts';
import { stores } from './stores.ts';

/** Lets everyone ask, with every region up and with each down, and then write; throws what goes wrong. */
export const look = (game: Game): Game => {
  const copied = withCopies(game);
  const zone = at(copied, 'root/global');
  const rows = new Map(copied.rows);
  for (const country of game.people) {
    const record = led(zone, country);
    if (record === undefined) throw new Harm(`${country} gets no answer`);
    if (Object.values(zone).some(({ life }) => life.waiting.includes(record.record))) continue;
    const home = record.region;
    if (!answers(copied, home)) throw new Harm(`${country} finds no service in ${home}`);
    const writer = read(copied, home, country, null);
    const fallback = zone[home]?.fallback;
    if (fallback?.kind === 'region' && answers(copied, fallback.region))
      read(copied, fallback.region, country, home);
    for (const key of rows.keys()) if (key.endsWith(` ${country}`)) rows.set(key, 'old');
    rows.set(`${writer} ${country}`, 'last');
  }
  const next = { ...copied, rows };
  stillEqual(next);
  for (const id of idsOf(next)) stores(next, id);
  borders(next, idsOf(next));
  return next;
};

const idsOf = ({ course }: Game): readonly RegionId[] => [
  ...new Set(course.stages.flatMap(({ catalog }) => Object.keys(catalog) as RegionId[])),
];

// People copy by hand while a step says so; the copy is behind until someone says that it is whole.
const withCopies = (game: Game): Game => {
  const rows = new Map(game.rows);
  if (known(game).isEqual) return game;
  for (const { database, life } of Object.values(rendered(game))) {
    if (life.copies === null || database.writer === life.copies.from) continue;
    for (const country of life.copies.people)
      if (rows.has(`${life.copies.from} ${country}`))
        rows.set(`${database.writer} ${country}`, 'old');
  }
  return { ...game, rows };
};

const read = (game: Game, id: RegionId, country: CountryCode, down: RegionId | null): RegionId => {
  const writer = root(game, id)?.database.writer ?? id;
  if (writer === down) return writer;
  if (root(game, writer)?.database.role !== 'writer') throw new Harm(`${writer} takes no write`);
  if (game.rows.get(`${writer} ${country}`) !== 'last')
    throw new Harm(`${country} does not find its last number in ${writer}`);
  return writer;
};

// Said to be equal, and not led to the new place yet: the next number must not be in the old one alone.
const stillEqual = (game: Game): void => {
  const { to } = game.course.move;
  if (!known(game).isEqual || to === null) return;
  const writer = root(game, to)?.database.writer;
  for (const country of moversIn(game))
    if (game.rows.get(`${writer} ${country}`) !== 'last')
      throw new Harm(`${country} wrote to the old place after the copy was equal`);
};
