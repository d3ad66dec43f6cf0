import { exampleFleet } from '@bizflow/config/testing';
import { exampleMove, excepted, sheetsWithNewcomer } from '@bizflow/region-catalog/testing';
import { describe, expect, it } from 'vitest';
import { told } from '../../testing/moves/planted-course.ts';
import { courseOf } from './course-of.ts';
import { waitsIn } from './waits-in.ts';

describe('the waits of a move', () => {
  const without = (...left: readonly string[]) => {
    const waits = waitsIn(exampleFleet(), sheetsWithNewcomer(), exampleMove());
    const fewer: typeof waits = (step) => waits(step).filter((id) => !left.includes(id));
    return told(courseOf(sheetsWithNewcomer(), [exampleMove()], exampleMove(), excepted, fewer));
  };

  it('are needed: without one a unit that lags, or data that is not whole, does harm', () => {
    expect(without('roots-applied')).toMatchInlineSnapshot(`
      [
        "MOVE_UNROUTED at moves.north-to-south, step move-people, after hold: apply global; root/xx-south-1 is still as in before: AE are led to xx-south-1, where no service runs",
      ]
    `);
    expect(without('answers', 'same-versions')).toMatchInlineSnapshot(`
      [
        "MOVE_UNROUTED at moves.north-to-south, step move-people, after hold: apply global; cluster/xx-south-1 is still as in copy: AE are led to xx-south-1, where no service runs",
      ]
    `);
    expect(without('page-shown')).toMatchInlineSnapshot(`
      [
        "MOVE_WRITER at moves.north-to-south, step move-people, after hold: nothing is applied yet; root/global is still as in dual-run: AE write to xx-north-1, of which the last copy is made",
      ]
    `);
    expect(without('rows-equal')).toMatchInlineSnapshot(`
      [
        "MOVE_WRITER at moves.north-to-south, step move-people, after hold: apply global: AE write to xx-south-1, where their data is not yet whole",
        "MOVE_DELETES at moves.north-to-south, step destroy, after drain: apply xx-north-1: the data of xx-north-1 may be deleted, and it is still in use",
      ]
    `);
    expect(without('objects-equal')).toEqual(without('rows-equal'));
    // Until the global root is applied, people see the page for longer, and nothing of theirs is lost.
    expect(without('people-answered')).toEqual([]);
    expect(without('state-empty')).toMatchInlineSnapshot(`
      [
        "MOVE_DELETES at moves.north-to-south, step forget, after destroy: nothing is applied yet: the root of xx-north-1 is gone, and it is not said to be empty",
      ]
    `);
  });
});
