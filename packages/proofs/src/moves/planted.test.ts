import { describe, expect, it } from 'vitest';
import {
  hub,
  north,
  planted,
  replace,
  south,
  told,
  withRegion,
} from '../../testing/moves/planted-course.ts';
import type { Course, Stage } from './course.ts';

describe('a move of the tests', () => {
  it('is safe as its steps are', () => {
    expect(told(replace)).toEqual([]);
  });

  it('loses writes when no one is held on the page', () => {
    const isStill = withRegion(north, ({ life }) => ({ life: { ...life, waiting: [] } }));
    expect(told(planted(isStill, 'hold'))).toMatchInlineSnapshot(`
      [
        "MOVE_WRITER at moves.north-to-south, step move-people, after hold: nothing is applied yet: AE write to xx-north-1, of which the last copy is made",
      ]
    `);
  });

  it('loses writes when people go before their data is whole', () => {
    const stages = replace.stages.filter(({ step }) => step !== 'hold');
    expect(told({ ...replace, stages })).toMatchInlineSnapshot(`
      [
        "MOVE_WRITER at moves.north-to-south, step move-people, after dual-run: apply global: AE write to xx-south-1, where their data is not yet whole",
      ]
    `);
  });

  it('leaves people without a service when DNS and services change in one step', () => {
    const stages = replace.stages.map((stage) =>
      stage.step === 'dual-run' || stage.step === 'hold'
        ? withRegion(south, ({ life }) => ({ life: { ...life, extent: 'platform' } }))(stage)
        : stage,
    );
    expect(told({ ...replace, stages })).toMatchInlineSnapshot(`
      [
        "MOVE_UNROUTED at moves.north-to-south, step move-people, after hold: apply global: AE are led to xx-south-1, where no service runs",
      ]
    `);
  });

  it('deletes what is in use when the old region may go before the people have left', () => {
    const mayGo = withRegion(north, ({ life }) => ({ life: { ...life, extent: 'remains' } }));
    expect(
      told(planted(mayGo, 'copy')).map((text) => text.replace(/ at .*?: /, ': ')),
    ).toMatchInlineSnapshot(`
      [
        "MOVE_UNROUTED: sync xx-north-1: AE are led to xx-north-1, where no service runs",
        "MOVE_DELETES: apply xx-north-1: the data of xx-north-1 may be deleted, and it is still in use",
      ]
    `);
  });

  it('deletes a root when no one has said that the region is empty', () => {
    const isSilent = (stage: Stage) => ({
      ...stage,
      confirmed: { ...stage.confirmed, isEmpty: false },
    });
    expect(told(planted(isSilent, 'destroy', 'forget'))).toMatchInlineSnapshot(`
      [
        "MOVE_DELETES at moves.north-to-south, step forget, after destroy: nothing is applied yet: the root of xx-north-1 is gone, and it is not said to be empty",
      ]
    `);
  });

  it('crosses a border when the new region copies on, before it answers anyone', () => {
    const goesOn = withRegion(south, ({ buckets }) => ({
      buckets: buckets.map((bucket) => ({ ...bucket, replicatesTo: hub })),
    }));
    expect(told(planted(goesOn, 'hold'))).toMatchInlineSnapshot(`
      [
        "MOVE_BORDER at moves.north-to-south, step hold, after dual-run: apply xx-south-1: AE have their data taken along bucket-replica xx-south-1 -> xx-central-1 without a legal basis",
      ]
    `);
  });

  it('sends people to a standby without their data, while their region is down', () => {
    const falls = withRegion(south, () => ({ fallback: { kind: 'region', region: hub } }));
    const course = planted(falls, 'move-people', 'drain', 'destroy', 'forget');
    const written = { ...course, exceptions: [...course.exceptions, fallbackOf('AE')] };
    expect(told(course).join()).toContain('MOVE_BORDER');
    expect(told(written)).toMatchInlineSnapshot(`
      [
        "MOVE_WRITER at moves.north-to-south, step move-people, after hold: apply global: while xx-south-1 is down, AE write to xx-central-1, and their data is in xx-north-1",
      ]
    `);
  });
});

const fallbackOf = (country: 'AE'): Course['exceptions'][number] => ({
  ...{ flow: 'fallback', from: south, to: hub, subjects: [country], basis: 'an example, art. 1' },
  decision: 'docs/decisions/0000-an-example.md',
});
