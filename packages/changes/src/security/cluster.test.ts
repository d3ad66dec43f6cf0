import { expect, it } from 'vitest';
import { type Draft, planted, withObject } from '../../testing/planted.ts';
import { effectsOf } from '../effects.ts';

const project = /bootstrap\/appproject-platform\.yaml$/;
const rulesOf = (change: (draft: Draft) => unknown) =>
  effectsOf(planted({ newer: withObject(project, change) })).effects.map(({ rule }) => rule);

it('is told of no other destination where a project has the same ones in another order', () => {
  expect(rulesOf((draft) => draft.spec.destinations.reverse())).toEqual([]);
  expect(rulesOf((draft) => draft.spec.destinations.pop())).toEqual(['security/project']);
});
