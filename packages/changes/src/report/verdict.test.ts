import { expect, it } from 'vitest';
import type { Folded } from './fold.ts';
import { phrases } from './verdict.ts';

const key: Folded = {
  ...{ rule: 'release/changed', does: 'is changed', to: 'module.security.aws_kms_key.this' },
  ...{ places: ['production/one'], count: 1, at: 'terraform/environments/production/one#/k/days' },
};
const both = ['production/two', 'production/three'];

it('counts the places of what has a name of its own', () => {
  expect(phrases([key, { ...key, to: 'Rollout a/b', places: both }])).toEqual([
    'module.security.aws_kms_key.this is changed in production/one',
    'Rollout a/b is changed in 2 places',
  ]);
});

it('names the roots of modules that have one name', () => {
  expect(
    phrases([
      { ...key, places: both },
      { ...key, places: [...both, 'staging/one'] },
    ]),
  ).toEqual([
    'module.security.aws_kms_key.this is changed in production/two and production/three',
    'module.security.aws_kms_key.this is changed in production/two, production/three and staging/one',
  ]);
});

it('names the field where the roots are the same too', () => {
  const other = { ...key, at: 'terraform/environments/production/one#/k/policy' } as const;
  expect(phrases([key, other])).toEqual([
    'module.security.aws_kms_key.this is changed (days) in production/one',
    'module.security.aws_kms_key.this is changed (policy) in production/one',
  ]);
});
