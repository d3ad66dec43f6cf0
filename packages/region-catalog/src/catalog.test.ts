import { expect, it } from 'vitest';
import { catalog } from './catalog.ts';
import { regionIds } from './region-ids.ts';

it('has one fact sheet per id, in the order of the ids', () => {
  expect(Object.keys(catalog)).toEqual(regionIds);
  expect(new Set(regionIds).size).toBe(regionIds.length);
});
