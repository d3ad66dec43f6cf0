import { expect, it } from 'vitest';
import { saidOf, sharesOf } from './steps.ts';

const steps = [
  { kind: 'pause', minutes: null },
  { kind: 'weight', percent: 5 },
  { kind: 'pause', minutes: 10 },
  { kind: 'weight', percent: 50 },
  { kind: 'pause', minutes: 15 },
] as const;

it('adds up the minutes of a canary, and ends with all traffic', () => {
  expect(sharesOf(steps).map(({ minute, percent }) => [minute, percent])).toEqual([
    ...[
      [0, 0],
      [0, 0],
      [0, 5],
      [10, 5],
      [10, 50],
      [25, 50],
    ],
    [25, 100],
  ]);
  expect(sharesOf(steps).filter(({ waits }) => waits)).toHaveLength(1);
  expect(sharesOf([]).at(-1)).toMatchObject({ minute: 0, percent: 100 });
});

it('says each step', () => {
  expect(saidOf(steps).map(({ said }) => said)).toEqual([
    ...['wait for a person', '5 % of traffic', 'wait 10 min', '50 % of traffic', 'wait 15 min'],
    'all traffic',
  ]);
});
