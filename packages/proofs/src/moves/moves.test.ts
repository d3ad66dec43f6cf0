import { continentsOf, regionIds } from '@bizflow/region-catalog';
import { settled } from '@bizflow/region-catalog/moves';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { played } from '../../testing/moves/played.ts';
import { fleetWithMove, people, randomCourse } from '../../testing/moves/random-moves.ts';
import { own } from '../../testing/repository.ts';
import { answerTo as askZone } from '../dns/answer.ts';
import { zonesOf } from '../dns/zone.ts';
import { courseOf } from './course-of.ts';
import { crowdsOf } from './crowds.ts';
import { mayBegin, moves, possibleCourses } from './moves.ts';
import { basesFor } from './possible-moves.ts';
import { safetyRules } from './safety-rules.ts';
import { answerTo, seen } from './seen.ts';
import { waitsIn } from './waits-in.ts';

const nothing = { isEqual: false, isErased: false, isEmpty: false };
const [first] = regionIds;

const told = (course: Parameters<typeof safetyRules>[0]) =>
  safetyRules(course).map(({ code, at, value, reason }) => [code, at, value, reason].join(' | '));

describe('the moves of the fleet', () => {
  it('are safe at every step, those that are on their way and those that could begin', () => {
    expect(moves(own)).toMatchObject({ proof: 'moves', holds: true });
  });

  it('are of every kind', () => {
    const kinds = possibleCourses(own.fleet).map(({ move: { id } }) =>
      id.replace(/-(?=\w\w-).*/, ''),
    );
    // Where a region serves no one, it could be retired too.
    expect(kinds).toEqual(
      expect.arrayContaining(['evacuate', 'replace', 'second-region', 'standby']),
    );
  });

  it('are so too when every order is played by force', () => {
    for (const course of possibleCourses(own.fleet)) expect(played(course, people)).toBe(undefined);
  });
});

describe('what the model sees of the fleet', () => {
  it('is what Route 53 answers by the rendered records, with every region up and with each one down', () => {
    const [zone] = zonesOf(own).filter(({ environment }) => environment.sites === 'catalog');
    const [host] = zone?.hosts ?? [];
    if (zone === undefined || host === undefined) throw new RangeError('production has a zone');
    const { catalog } = own.fleet;
    const stage = { step: 'now', catalog, confirmed: nothing, shown: [] };
    const course = {
      move: { id: 'none', from: first, to: null, people: [] },
      stages: [stage],
      exceptions: [],
    };
    const sight = seen(course, { rendered: stage, before: stage, has: new Map() });
    for (const down of [null, ...regionIds]) {
      for (const crowd of crowdsOf(course, catalog)) {
        const answer = answerTo(sight, crowd, down);
        const address = answer === 'page' ? zone.page : zone.addresses[answer];
        for (const country of crowd.people.filter((one) => one !== null)) {
          for (const continent of continentsOf(country)) {
            const asked = { zone, host, country, continent, down: down === null ? [] : [down] };
            expect([country, down, askZone(asked)]).toEqual([country, down, address]);
          }
        }
      }
    }
  });
});

describe('moves of random fleets', () => {
  it('are safe wherever the rules let them begin', () => {
    let begun = 0;
    fc.assert(
      fc.property(fleetWithMove, ({ sheets, move }) => {
        const written = basesFor([settled(sheets)]);
        fc.pre(mayBegin({ sheets, move }, written));
        begun += 1;
        expect(
          told(courseOf(sheets, [move], move, written, waitsIn(own.fleet, sheets, move))),
        ).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(begun).toBeGreaterThan(20);
  });

  it('are judged as playing every order judges them, with mistakes in them or without', () => {
    const seen = { safe: 0, unsafe: 0 };
    fc.assert(
      fc.property(randomCourse, (course) => {
        const force = played(course, people);
        const model = told(course);
        seen[force === undefined ? 'safe' : 'unsafe'] += 1;
        const names = [course.move.id, force ?? 'safe', model.join() || 'safe'];
        expect([names, model.length === 0]).toEqual([names, force === undefined]);
      }),
      { numRuns: 50 },
    );
    expect(Math.min(seen.safe, seen.unsafe)).toBeGreaterThan(7);
  });
});
