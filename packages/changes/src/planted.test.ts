import { describe, expect, it } from 'vitest';
import { type Planted, planted, unchanged } from '../testing/planted.ts';
import { plants } from '../testing/plants.ts';
import { effectsOf, ruleNames } from './effects.ts';
import { forbiddenRules } from './policy.ts';

/** A path, and a JSON pointer (RFC 6901). */
const isPlace =
  /^(?:gitops|terraform|facts|images\.lock\.json)(?:\/[^#\s]+)?#(?:\/(?:[^~/]|~[01])*)*$/;

const found = (plant: Planted) => effectsOf(planted(plant));

describe.each(plants)('$rule', (plant) => {
  it(`is told of ${plant.what}`, () => {
    const { effects, unjudged } = found(plant);
    expect(unjudged).toEqual([]);
    expect(effects.map(({ rule }) => rule)).toContain(plant.rule);
    const own = effects.filter(({ rule }) => rule === plant.rule);
    expect(own.every(({ place, to, does }) => place && to && does)).toBe(true);
    expect(effects.filter(({ at }) => !isPlace.test(at))).toEqual([]);
    // What is allowed must not be stopped by the way.
    const others = effects.filter(({ rule }) => forbiddenRules.includes(rule));
    expect(others.filter(({ rule }) => rule !== plant.rule && !plant.also?.includes(rule))).toEqual(
      [],
    );
  });
});

it('plants something for every rule', () => {
  const covered = new Set(plants.map(({ rule }) => rule));
  expect(ruleNames.filter((name) => !covered.has(name))).toEqual([]);
  expect(plants.length).toBeGreaterThanOrEqual(40);
});

it('says nothing of a fleet that stays as it is', () => {
  expect(effectsOf(planted({ newer: unchanged }))).toEqual({ effects: [], unjudged: [] });
});
