import { expect, it } from 'vitest';
import { unfinished } from './unfinished.ts';

const told = (...parts: Parameters<typeof unfinished>) =>
  unfinished(...parts).map(({ code, at, value, remedy }) => [code, at, value, remedy].join(' | '));

it('lets a step be confirmed that is rendered and committed', () => {
  expect(told([], [])).toEqual([]);
});

it.each([
  [
    'that is not rendered, whether it is committed or not',
    ['FILE_STALE  gitops/a.yaml differs from the plan', 'FILE_MISSING  gitops/b.yaml is planned'],
    [' M packages/config/src/a.ts'],
    'STEP_NOT_RENDERED | FILE_STALE  gitops/a.yaml differs from the plan | 2 differences | npx nx generate @bizflow/generator:render; git add --all && git commit',
  ],
  [
    'that is not committed',
    [],
    ['?? gitops/a.yaml'],
    'STEP_NOT_COMMITTED | gitops/a.yaml | 1 file | git add --all && git commit',
  ],
  [
    'of which Git knows nothing',
    [],
    undefined,
    'STEP_NOT_COMMITTED | this folder | no repository of Git | git add --all && git commit',
  ],
])('refuses a step %s, with the command', (_, differing, uncommitted, said) => {
  expect(told(differing, uncommitted)).toEqual([said]);
});
