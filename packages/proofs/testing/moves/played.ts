import type { CountryCode, RegionId } from '@bizflow/region-catalog';
import type { Course, Stage, Unit } from '../../src/moves/course.ts';
import { changedUnits } from '../../src/moves/worlds.ts';
import { type Game, Harm, led, moversIn, rowsIn } from './game.ts';
import { look } from './look.ts';

/**
 * The same question by brute force: every order in which the units of each step can be applied is played, with
 * people who look for their last number and write the next one after each apply. It says what went wrong first, or
 * nothing. It shares no judgement with the model: it has rows where the model has rules.
 */
export const played = (course: Course, people: readonly CountryCode[]): string | undefined => {
  const [start, ...steps] = course.stages;
  if (start === undefined) return undefined;
  let games: readonly Game[] = [opening(start, people)];
  try {
    for (const game of games) look(course, game);
    for (const [index, stage] of steps.entries()) {
      const units = changedUnits(course.stages[index] ?? start, stage);
      const ends = games.flatMap((game) => everyOrder(course, game, units, stage));
      games = [...new Map(ends.map((game) => [JSON.stringify([...game.rows]), game])).values()];
      for (const game of games) look(course, game);
    }
  } catch (harm) {
    if (harm instanceof Harm) return harm.message;
    throw harm;
  }
  return undefined;
};

const opening = ({ catalog, confirmed }: Stage, people: readonly CountryCode[]): Game => {
  const game: Game = {
    ...{ base: catalog, own: new Map(), confirmed },
    ...{ rows: new Map(), last: new Map() },
  };
  for (const country of people) {
    const home = led(catalog, country)?.region;
    if (home === undefined) continue;
    game.rows.set(`${catalog[home].database.writer} ${country}`, 1);
    game.last.set(country, 1);
  }
  return game;
};

const everyOrder = (
  course: Course,
  game: Game,
  units: readonly Unit[],
  stage: Stage,
): readonly Game[] => {
  if (units.length === 0) return [closed(course, game, stage)];
  return units.flatMap((unit) => {
    const next: Game = {
      ...game,
      own: new Map([...game.own, [unit, stage.catalog]]),
      ...{ rows: new Map(game.rows), last: new Map(game.last) },
    };
    look(course, next);
    return everyOrder(
      course,
      next,
      units.filter((other) => other !== unit),
      stage,
    );
  });
};

/** The end of a step: all is applied, and what it waits for is confirmed. */
const closed = (course: Course, game: Game, stage: Stage): Game => {
  const { move } = course;
  const { isEqual, isErased, isEmpty } = stage.confirmed;
  const next: Game = { ...game, base: stage.catalog, own: new Map(), confirmed: stage.confirmed };
  const writerOf = (id: RegionId | null) => id && next.base[id]?.database.writer;
  const [from, to] = [writerOf(move.from), writerOf(move.to)];
  for (const country of moversIn(course, game)) {
    const row = next.rows.get(`${from} ${country}`);
    if (isEqual && !game.confirmed.isEqual && row !== undefined)
      next.rows.set(`${to} ${country}`, row);
    if (isErased) next.rows.delete(`${move.from} ${country}`);
  }
  if (isEmpty) for (const key of rowsIn(next, move.from)) next.rows.delete(key);
  return next;
};
