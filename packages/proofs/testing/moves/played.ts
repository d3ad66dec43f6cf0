import type { CountryCode } from '@bizflow/region-catalog';
import type { Course } from '../../src/moves/course.ts';
import { contentOf, unitsOf } from '../../src/moves/worlds.ts';
import { type Game, Harm, led, moversIn, rowsIn, stageAt } from './game.ts';
import { look } from './look.ts';

/**
 * The same question by brute force: from the first position every apply and every next step is played, in every order,
 * with people who look for their last number and write the next one after each. It says what went wrong first, or
 * nothing. It shares no judgement with the model: it walks where the model counts, and has rows where it has rules.
 */
export const played = (course: Course, people: readonly CountryCode[]): string | undefined => {
  const seen = new Set<string>();
  try {
    const open = [look(opening(course, people))];
    for (let game = open.pop(); game !== undefined; game = open.pop()) {
      const key = keyOf(game);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(...moves(game).map(look));
    }
  } catch (harm) {
    if (harm instanceof Harm) return harm.message;
    throw harm;
  }
  return undefined;
};

const opening = (course: Course, people: readonly CountryCode[]): Game => {
  const { catalog } = stageAt(course, 0);
  const rows = people.flatMap((country) => {
    const home = led(catalog, country)?.region;
    return home === undefined
      ? []
      : [[`${catalog[home].database.writer} ${country}`, 'last'] as const];
  });
  const own = new Map(unitsOf(course).map((unit) => [unit, 0] as const));
  return { course, people, index: 0, own, rows: new Map(rows) };
};

const keyOf = ({ index, own, rows }: Game): string =>
  JSON.stringify([index, [...own.values()], [...rows].toSorted()]);

/** Every next position: one unit applied, or the next step rendered when what this one waits for is seen. */
const moves = (game: Game): readonly Game[] => {
  const { course, index, own } = game;
  const stage = stageAt(course, index);
  const behind = [...own].filter(
    ([unit, has]) =>
      contentOf(stageAt(course, has).catalog, unit) !== contentOf(stage.catalog, unit),
  );
  const applied = behind.map(([unit]) => ({ ...game, own: new Map([...own, [unit, index]]) }));
  const isSeen = !behind.some(([unit]) => stage.shown.includes(unit));
  const isLast = index === course.stages.length - 1;
  return isSeen && !isLast ? [...applied, closed(game)] : applied;
};

/** The next step is rendered: whatever this one waits for was confirmed, and so it is. */
const closed = (game: Game): Game => {
  const { course, index } = game;
  const { move } = course;
  const { catalog, confirmed } = stageAt(course, index);
  const before = stageAt(course, Math.max(index - 1, 0)).confirmed;
  const rows = new Map(game.rows);
  const [from, to] = [catalog[move.from], move.to === null ? undefined : catalog[move.to]];
  for (const country of moversIn(game)) {
    const row = rows.get(`${from?.database.writer} ${country}`);
    const isNew = confirmed.isEqual && (index === 0 || !before.isEqual);
    if (isNew && row !== undefined) rows.set(`${to?.database.writer} ${country}`, row);
    if (confirmed.isErased) rows.delete(`${move.from} ${country}`);
  }
  if (confirmed.isEmpty) for (const key of rowsIn(game, move.from)) rows.delete(key);
  return { ...game, index: index + 1, rows };
};
