import type { Fleet } from '@bizflow/config';
import { waitsOf, withMoves } from '@bizflow/config/moves';
import { exampleFleet } from '@bizflow/config/testing';
import { type MoveStep, stepsOf } from '@bizflow/region-catalog/moves';
import { exampleMove, sheetsWithNewcomer } from '@bizflow/region-catalog/testing';
import { expect, it } from 'vitest';
import { waitsIn } from './waits-in.ts';

const move = exampleMove();
const before = { ...exampleFleet(), sheets: sheetsWithNewcomer() };
const fleet: Fleet = { ...before, ...withMoves(before, [move]) };
const idsOf = (step: MoveStep) => waitsOf(fleet, move, step).map(({ id }) => id);

it.each(stepsOf(move))('%s: the proof counts on no wait that people are not asked for', (step) => {
  expect(idsOf(step)).toEqual(expect.arrayContaining([...waitsIn(move)(step)]));
});
