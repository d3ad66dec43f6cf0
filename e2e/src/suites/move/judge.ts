import type { Sight } from './sight.ts';
import type { Answer } from './told.ts';

/** Objects that held data before and are gone, or are others of that name; those that may go are left out. */
export const lost = (
  before: Sight,
  now: Sight,
  mayGo: (object: string) => boolean = () => false,
): readonly string[] =>
  Object.entries(before.keeps).flatMap(([object, uid]) => {
    const found = now.keeps[object];
    if (found === uid || (found === undefined && mayGo(object))) return [];
    return [`${now.id}: ${object} is ${found === undefined ? 'gone' : 'another one'}`];
  });

/** Where what runs and answers in a cluster is not what its committed folder asks for. */
export const unlike = (
  { id, runs, answers }: Sight,
  wanted: Pick<Sight, 'runs' | 'answers'>,
): readonly string[] => [
  ...without(wanted.runs, runs).map((one) => `${id}: ${one} does not run`),
  ...without(runs, wanted.runs).map((one) => `${id}: ${one} still runs`),
  ...without(wanted.answers, answers).map((one) => `${id}: ${one} is not answered`),
  ...without(answers, wanted.answers).map((one) => `${id}: ${one} is still answered`),
];

const without = (all: readonly string[], some: readonly string[]): readonly string[] =>
  all.filter((one) => !some.includes(one));

/** What a cluster no longer does that it did before. */
export const stopped = (before: Sight, now: Sight): readonly string[] => [
  ...without(before.runs, now.runs).map((one) => `${now.id}: ${one} runs no longer`),
  ...without(before.answers, now.answers).map((one) => `${now.id}: ${one} is answered no longer`),
];

/** What outlives a cluster that is to be destroyed: Terraform does not know what its controllers made. */
export const outlives = ({ id, runs, balancers }: Sight): readonly string[] => [
  ...balancers.map((one) => `${id}: the load balancer of ${one} outlives the cluster`),
  ...runs.map((one) => `${id}: ${one} runs in a cluster that is to be destroyed`),
];

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

/** Lines of files that still name a place. */
export const traces = (
  files: Readonly<Record<string, string>>,
  place: string,
): readonly string[] => {
  const named = new RegExp(`(?<![a-z0-9-])${place}(?![0-9-])`);
  return Object.entries(files).flatMap(([path, text]) => {
    if (named.test(path)) return [`${path} is left`];
    return text
      .split('\n')
      .flatMap((line, index) => (named.test(line) ? [`${path}:${index + 1} names ${place}`] : []));
  });
};
