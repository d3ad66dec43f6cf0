import { expect, it } from 'vitest';
import { before, evacuate, replace, second, standby } from '../../testing/example-moves.ts';
import { excepted } from '../../testing/index.ts';
import { catalogRules } from '../rules/catalog-rules.ts';
import { allowed } from './allowed.ts';
import { stateAt } from './state-at.ts';
import { stepsOf } from './steps.ts';

it('is as before until the first step, and changes no region that does not take part', () => {
  for (const move of [replace, evacuate, second, standby]) {
    for (const step of stepsOf(move)) {
      const now: Readonly<Record<string, unknown>> = stateAt(before, move, step);
      for (const [id, region] of Object.entries(before)) {
        if (id !== move.from && id !== move.to) expect(now[id]).toEqual(region);
      }
    }
  }
});

it('serves each person in exactly one region at every step', () => {
  for (const move of [replace, evacuate, second]) {
    for (const step of stepsOf(move)) {
      const serves = Object.values(stateAt(before, move, step)).flatMap((region) => region.serves);
      expect([step, serves.toSorted()]).toEqual([
        step,
        Object.values(before)
          .flatMap((region) => region.serves)
          .toSorted(),
      ]);
    }
  }
});

it('is sound at every step where the law of the people is that of the new place', () => {
  for (const step of stepsOf(replace)) {
    const now = stateAt(before, replace, step);
    const exceptions = allowed(before, now, excepted, [replace]);
    expect([step, catalogRules(now, exceptions)]).toEqual([step, []]);
  }
});
