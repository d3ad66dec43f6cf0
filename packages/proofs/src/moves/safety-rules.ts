import { type Problem, problem } from '@bizflow/kernel';
import type { Course, Stage, Unit } from './course.ts';
import { dataHarms } from './data-harms.ts';
import type { Harm } from './harm.ts';
import { peopleHarms } from './people-harms.ts';
import { seen } from './seen.ts';
import { contentOf, type World, worldsOf } from './worlds.ts';

/** Everything that a world does to people and to data. */
const harmsIn = (course: Course, world: World): readonly Harm[] => {
  const sight = seen(course, world);
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
  const kinds = Map.groupBy(found, ({ harm: { code, says } }) => `${code} ${says}`);
  return [...kinds.values()].flatMap((all) => {
    const weight = ({ world }: (typeof all)[number]): number => {
      const { applied, late } = unitsIn(world);
      return 100 * course.stages.indexOf(world.rendered) + applied.length + 10 * late.length;
    };
    const [first] = all.toSorted((one, other) => weight(one) - weight(other));
    return first === undefined ? [] : [counterExample(course, first.world, first.harm)];
  });
};

const counterExample = (
  course: Course,
  world: World,
  { code, down, people, says }: Harm,
): Problem => {
  const suffering = people.map((country) => country ?? 'addresses without a country');
  return problem({
    code,
    at: `moves.${course.move.id}, step ${world.rendered.step}`,
    value: sequence(world),
    reason: [
      ...(down === null ? [] : [`while ${down} is down, `]),
      ...(suffering.length === 0 ? [] : [`${listed(suffering)} `]),
      says,
    ].join(''),
    remedy: remedies[code],
  });
};

/** What has the facts of the rendered step and changed with it, and what lags behind the step before. */
const unitsIn = ({ rendered, before, has }: World) => {
  const differs = (unit: Unit, one: Stage, other: Stage) =>
    contentOf(one.catalog, unit) !== contentOf(other.catalog, unit);
  const units = [...has];
  return {
    applied: units.filter(
      ([unit, stage]) => !differs(unit, stage, rendered) && differs(unit, before, rendered),
    ),
    late: units.filter(
      ([unit, stage]) => differs(unit, stage, rendered) && differs(unit, stage, before),
    ),
  };
};

const sequence = (world: World): string => {
  const { applied, late } = unitsIn(world);
  return [
    `after ${world.before.step}: ${applied.map(([unit]) => verb(unit)).join(', ') || 'nothing is applied yet'}`,
    ...late.map(([unit, { step }]) => `${unit} is still as in ${step}`),
  ].join('; ');
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
