import type { Sight } from './sight.ts';
import type { Answer } from './told.ts';

/** Who answers people at a moment of a move. */
export interface Moment {
  /** What DNS says now, and what it said before the move. */
  readonly answers: readonly Answer[];
  readonly before: readonly Answer[];
  /** The clusters at the ends of the move; the one that people leave may be gone. */
  readonly ends: readonly string[];
  /** Those of them that are up. */
  readonly sights: readonly Sight[];
  /** The public address of each cluster of the fleet, by its id. */
  readonly hosts: Readonly<Record<string, string>>;
  /** The address whose people may see the page now, because their data changes its place; it must still be answered. */
  readonly mayWait: string | null;
}

/** Countries that are led where no one, or more than one cluster, answers; and those that are led elsewhere unasked. */
export const astray = (moment: Moment): readonly string[] => {
  const known = new Map(moment.before.map((one) => [keyOf(one), one.up]));
  const told = moment.answers.flatMap((answer) =>
    problem(moment, answer.up, known.get(keyOf(answer))).map((why) => [why, answer.country]),
  );
  return [...Map.groupBy(told, ([why]) => why)].map(([why, all]) => {
    const [first, ...more] = all.map(([, country]) => country);
    return `${first}${more.length > 0 ? ` and ${more.length} other countries` : ''}: ${why}`;
  });
};

const keyOf = ({ host, country }: Answer): string => `${host} ${country}`;

function problem(
  { ends, sights, hosts, mayWait }: Moment,
  up: string,
  before: string | undefined,
): readonly string[] {
  const answering = (host: string) =>
    sights.filter(({ answers }) => answers.includes(host)).map(({ id }) => id);
  if (up === 'the page') {
    if (before === up) return [];
    if (before === undefined || before !== mayWait) return ['they see the page'];
    return answering(before).length > 0 ? [] : [`they see the page, and ${before} is gone already`];
  }
  const [home] = Object.entries(hosts).find(([, host]) => host === up) ?? [];
  if (home === undefined || !ends.includes(home))
    return up === before ? [] : [`they are led to ${up}, which is not part of the move`];
  const found = answering(up);
  if (found.length === 0) return [`they are led to ${up}, where nothing answers`];
  return found.join() === home ? [] : [`${up} is answered by ${found.join(' and ')}`];
}
