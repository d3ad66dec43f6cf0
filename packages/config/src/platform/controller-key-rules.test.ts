import { expect, it } from 'vitest';
import { controllerKeyRules } from './controller-key-rules.ts';

it('finds nothing in the committed facts', () => {
  expect(controllerKeyRules()).toEqual([]);
});

it('names facts about a controller or a namespace that is gone', () => {
  const found = controllerKeyRules({ here: 'karpenter', gone: 'fluent-bit' }, { other: 'tigera' });
  expect(found.map(({ code, at, value }) => [code, at, value])).toEqual([
    ['CONTROLLER_UNKNOWN', 'gone', 'fluent-bit'],
    ['CONTROLLER_UNKNOWN', 'other', 'tigera'],
  ]);
});
