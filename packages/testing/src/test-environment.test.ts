import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { testEnvironment } from './test-environment.ts';

const said = (env: Readonly<Record<string, string | undefined>>) =>
  spawnSync(process.execPath, ['--eval', ''], {
    env: { ...testEnvironment({ PATH: process.env.PATH, ...env }, new Set(['go'])) },
    encoding: 'utf8',
  }).stderr;

it('lets no program that tests start warn of two orders for colours', () => {
  expect(said({ FORCE_COLOR: 'true', NO_COLOR: '1' })).toBe('');
});

it('keeps colours where no one refuses them, and hands on the tools that must be there', () => {
  expect(testEnvironment({ FORCE_COLOR: 'true', A: 'b' }, new Set(['go', 'jq']))).toEqual({
    ...{ FORCE_COLOR: 'true', A: 'b' },
    BIZFLOW_REQUIRE: 'go,jq',
  });
});
