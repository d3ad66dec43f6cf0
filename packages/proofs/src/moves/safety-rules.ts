import { type Problem, problem } from '@bizflow/kernel';
import type { Course, Unit } from './course.ts';
import { dataHarms } from './data-harms.ts';
import type { Harm } from './harm.ts';
import { peopleHarms } from './people-harms.ts';
import { seen } from './seen.ts';
import { type World, worldsOf } from './worlds.ts';

/** Everything that a world does to people and to data. */
const harmsIn = (course: Course, world: World): readonly Harm[] => {
  const sight = seen(world);
  return [...peopleHarms(course, world, sight), ...dataHarms(course, world, sight)];
};

/**
 * What is unsafe on the way of a move, each with the shortest sequence of applies that leads there. No country is
 * without its answer, no data crosses a border without a legal basis, no write misses its data, and no store goes
 * while it holds some.
 */
export const safetyRules = (course: Course): readonly Problem[] => {
  const found = worldsOf(course).flatMap((world) =>
    harmsIn(course, world).map((harm) => ({ world, harm })),
  );
  // The small choices come first, so the first of each kind is the shortest counter-example.
  const kinds = Map.groupBy(found, ({ harm: { code, says } }) => `${code} ${says}`);
  return [...kinds.values()].flatMap(([first]) =>
    first === undefined ? [] : [counterExample(course, first.world, first.harm)],
  );
};

const counterExample = (
  { move: { id } }: Course,
  { before, after, applied }: World,
  { code, down, people, says }: Harm,
): Problem => {
  const when = applied.length === 0 ? 'before anything is applied' : applied.map(verb).join(', ');
  const suffering = people.map((country) => country ?? 'addresses without a country');
  return problem({
    code,
    at: `moves.${id}, step ${after.step}`,
    value: `after ${before.step}: ${when}`,
    reason: [
      ...(down === null ? [] : [`while ${down} is down, `]),
      ...(suffering.length === 0 ? [] : [`${listed(suffering)} `]),
      says,
    ].join(''),
    remedy: remedies[code],
  });
};

const verb = (unit: Unit): string =>
  unit.startsWith('cluster/')
    ? `sync ${unit.slice('cluster/'.length)}`
    : `apply ${unit.slice('root/'.length)}`;

const listed = (all: readonly string[]): string =>
  all.length <= 8 ? all.join(', ') : `${all.slice(0, 6).join(', ')} and ${all.length - 6} others`;

const remedies: Readonly<Record<Harm['code'], string>> = {
  MOVE_UNROUTED:
    'run services there in a step before DNS leads there, and until after it leads away',
  MOVE_BORDER: 'write the exception with its legal basis into the move, or choose another place',
  MOVE_WRITER:
    'hold the people on the page until the copy is whole, and lead them there in the next step',
  MOVE_DELETES: 'confirm that nothing is left in a step before the one that lets it go',
};
