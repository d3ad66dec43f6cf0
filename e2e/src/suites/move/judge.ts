import type { Sight } from './sight.ts';

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
