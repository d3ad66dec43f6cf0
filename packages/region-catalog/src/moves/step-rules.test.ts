import { expect, it } from 'vitest';
import { stepRules } from './step-rules.ts';

const order = ['copy', 'drain', 'forget'];
const said = (...steps: readonly string[]) =>
  stepRules(order, { retire: steps }).map(({ at, value, reason }) => `${at} ${value} ${reason}`);

it('finds nothing in the steps as they are', () => {
  expect(stepRules()).toEqual([]);
  expect(said('copy', 'forget')).toEqual([]);
});

it('names a step that no move has', () => {
  expect(said('copy', 'drian', 'forget')).toEqual([
    'stepsOfKind.retire[1] drian is not a step of a move',
  ]);
});

it('names a step that comes too late, or twice', () => {
  expect(said('drain', 'copy', 'forget')).toEqual([
    'stepsOfKind.retire[1] copy is drain again, or belongs before it',
  ]);
  expect(said('copy', 'copy', 'forget')).toEqual([
    'stepsOfKind.retire[1] copy is copy again, or belongs before it',
  ]);
});

it('asks that each kind ends with the last step', () => {
  expect(said('copy', 'drain')).toEqual([
    'stepsOfKind.retire drain is its last step, and every move ends with forget',
  ]);
});
