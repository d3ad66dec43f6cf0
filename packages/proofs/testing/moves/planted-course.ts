import { exampleFleet } from '@bizflow/config/testing';
import type { Catalog, RegionId } from '@bizflow/region-catalog';
import { exampleMove, excepted, sheetsWithNewcomer } from '@bizflow/region-catalog/testing';
import type { Course, Stage } from '../../src/moves/course.ts';
import { courseOf } from '../../src/moves/course-of.ts';
import { safetyRules } from '../../src/moves/safety-rules.ts';
import { waitsIn } from '../../src/moves/waits-in.ts';

const place = (id: string): RegionId => id as RegionId;
export const [north, south, hub] = [
  place('xx-north-1'),
  place('xx-south-1'),
  place('xx-central-1'),
];

/** The newcomer takes the place of the north, as the steps have it. */
export const replace = courseOf(
  sheetsWithNewcomer(),
  [exampleMove()],
  exampleMove(),
  excepted,
  waitsIn(exampleFleet(), sheetsWithNewcomer(), exampleMove()),
);

/** The same with some of its steps changed. */
export const planted = (change: (stage: Stage) => Stage, ...steps: readonly string[]): Course => ({
  ...replace,
  stages: replace.stages.map((stage) => (steps.includes(stage.step) ? change(stage) : stage)),
});

/** A stage with something of a region changed. */
export const withRegion =
  (id: RegionId, change: (region: Catalog[RegionId]) => object) =>
  (stage: Stage): Stage => {
    const region = stage.catalog[id];
    return { ...stage, catalog: { ...stage.catalog, [id]: { ...region, ...change(region) } } };
  };

/** What the model says of a course, in words. */
export const told = (course: Course) =>
  safetyRules(course).map(({ code, at, value, reason }) => `${code} at ${at}, ${value}: ${reason}`);
