import type { RegionId } from '@bizflow/region-catalog';
import type { Stage } from '../../src/moves/course.ts';

type Change = (stages: Stage[], index: number, id: RegionId) => readonly Stage[];

const from = (stages: readonly Stage[], index: number, change: (stage: Stage) => Stage): Stage[] =>
  stages.map((stage, at) => (at < index ? stage : change(stage)));

const withRegion = (stage: Stage, id: RegionId, change: object): Stage => {
  const region = stage.catalog[id];
  if (region === undefined) return stage;
  const life = { ...region.life, ...change };
  return { ...stage, catalog: { ...stage.catalog, [id]: { ...region, life } } };
};

/** A stage with more said to be true. */
export const confirmed = (stage: Stage, more: Partial<Stage['confirmed']>): Stage => ({
  ...stage,
  confirmed: { ...stage.confirmed, ...more },
});

/** What a careless author of steps could do. */
export const mistakes: Readonly<Record<string, Change>> = {
  'a step is left out': (stages, index) => stages.toSpliced(index, 1),
  'two steps are swapped': (stages, index) =>
    stages.toSpliced(index, 0, ...stages.splice(index + 1, 1)),
  'the copy is said to be whole too early': (stages, index) =>
    from(stages, index, (stage) => confirmed(stage, { isEqual: true })),
  'rows are erased too early': (stages, index) =>
    from(stages, index, (stage) => confirmed(stage, { isErased: true })),
  'a region is said to be empty too early': (stages, index) =>
    from(stages, index, (stage) => confirmed(stage, { isEmpty: true })),
  'nothing is ever said to be empty': (stages) =>
    stages.map((stage) => confirmed(stage, { isEmpty: false, isErased: false })),
  'a region goes too early': (stages, index, id) =>
    from(stages, index, (stage) => {
      const { [id]: gone, ...catalog } = stage.catalog;
      return gone === undefined ? stage : { ...stage, catalog: catalog as Stage['catalog'] };
    }),
  'a region may be deleted too early': (stages, index, id) =>
    from(stages, index, (stage) => withRegion(stage, id, { extent: 'remains' })),
  'services stop too early': (stages, index, id) =>
    from(stages, index, (stage) => withRegion(stage, id, { extent: 'platform' })),
  'no one is held on the page': (stages) =>
    stages.map((stage) =>
      Object.keys(stage.catalog).reduce(
        (all, id) => withRegion(all, id as RegionId, { waiting: [] }),
        stage,
      ),
    ),
  'what a region keeps is not said': (stages, index, id) =>
    from(stages, index, (stage) => withRegion(stage, id, { keeps: [] })),
};
