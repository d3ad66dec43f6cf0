import { exampleFleet } from '@bizflow/config/testing';
import { type Move, type MoveKind, settled, stepsOf } from '@bizflow/region-catalog/moves';
import fc from 'fast-check';
import type { Course, Stage } from '../../src/moves/course.ts';
import { courseOf } from '../../src/moves/course-of.ts';
import { basesFor, lawful } from '../../src/moves/possible-moves.ts';
import { waitsIn } from '../../src/moves/waits-in.ts';
import { confirmed, mistakes } from './mistakes.ts';
import { groups, ids, newcomer, sheets, standing } from './random-sheets.ts';

/** Who plays: of each law, who follows Europe in the EEA and beyond it, and who follows the rest. */
export const people = ['IN', 'SG', 'MY', 'AE', 'GB', 'AT', 'DE', 'NO', 'CH', 'US'] as const;

const kinds: readonly MoveKind[] = ['replace', 'evacuate', 'second-region', 'standby', 'retire'];

/** A fleet, and a move of it that has a legal basis for every border. */
export const fleetWithMove = fc
  .record({
    sheets,
    kind: fc.constantFrom(...kinds),
    from: fc.constantFrom(...standing),
    further: fc.integer({ min: 1, max: standing.length - 1 }),
    chosen: fc.array(fc.boolean(), { minLength: groups.length, maxLength: groups.length }),
    isAlone: fc.boolean(),
  })
  .map(({ sheets: own, kind, from: left, further, chosen, isAlone }) => {
    const { serves } = own[left];
    const some = groups
      .flatMap((group, index) => (chosen[index] ? (isAlone ? group.slice(0, 1) : group) : []))
      .filter((country) => serves.includes(country));
    const isEmpty = kind === 'standby' || kind === 'retire';
    const other = standing[(standing.indexOf(left) + further) % standing.length] ?? newcomer;
    const to = kind === 'retire' ? null : kind === 'evacuate' ? other : newcomer;
    if (kind === 'standby')
      Object.assign(own[newcomer].database, { role: 'replica', writer: left, source: left });
    const [step = 'drain'] = stepsOf({ kind }).filter((one) => one !== 'forget');
    const move: Move = {
      ...{ id: 'random', kind, from: left, to, step },
      people: kind === 'replace' ? serves : isEmpty ? [] : some,
      ...{ data: { by: kind === 'standby' ? 'replica' : 'rows' } },
      ...{ exceptions: [], confirmations: [] },
    };
    return { sheets: own, move: lawful(own, move) };
  });

// What is confirmed stays true, in whatever order the steps are.
const lasting = (stages: readonly Stage[]): readonly Stage[] =>
  stages.map((stage, index) => {
    const until = stages.slice(0, index + 1).map((one) => one.confirmed);
    return confirmed(stage, {
      isEqual: until.some(({ isEqual }) => isEqual),
      isErased: until.some(({ isErased }) => isErased),
      isEmpty: until.some(({ isEmpty }) => isEmpty),
    });
  });

const fleet = exampleFleet();

/** A course of a random move, as it is or with a mistake in it, or without one of its legal bases. */
export const randomCourse: fc.Arbitrary<Course> = fc
  .record({
    fleet: fleetWithMove,
    mistake: fc.option(fc.constantFrom(...Object.keys(mistakes)), { freq: 5 }),
    index: fc.integer({ min: 1, max: 7 }),
    id: fc.constantFrom(...ids),
    basis: fc.nat(40),
  })
  .map(({ fleet: { sheets: own, move }, mistake, index, id, basis }) => {
    const course = courseOf(own, [move], move, basesFor([settled(own)]), waitsIn(fleet, own, move));
    const at = Math.min(index, course.stages.length - 2);
    const change = mistake === null ? undefined : mistakes[mistake];
    return {
      // A counter-example says by its name what was done.
      move: { ...course.move, id: mistake === null ? 'as it is' : `${mistake}: ${at}, ${id}` },
      stages: lasting(change?.([...course.stages], at, id) ?? course.stages),
      exceptions: course.exceptions.toSpliced(basis, 1),
    };
  });
