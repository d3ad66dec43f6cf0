import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { requirements, skips, variable } from './tools.ts';

afterEach(() => vi.unstubAllEnvs());

it('takes --require out of the arguments and leaves the others as they are', () => {
  const { required, rest } = requirements(['a', '--require=go,terraform', '-t', 'b'], undefined);
  expect([[...required], rest]).toEqual([
    ['go', 'terraform'],
    ['a', '-t', 'b'],
  ]);
});

it('requires nothing without --require, whatever CI says', () => {
  vi.stubEnv('CI', 'true');
  vi.stubEnv(variable, undefined);
  expect([...requirements([]).required]).toEqual([]);
});

it('refuses a name that no tool has, and says which there are', () => {
  expect(() => requirements(['--require=go,terrafrom'])).toThrow(
    /^--require: no tool is called terrafrom; use actionlint, /,
  );
});

it('skips a test when a tool is missing, and fails it where the tool is required', () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  vi.stubEnv(variable, 'terraform');
  expect(skips('go', 'the YAML reader', undefined)).toBe(false);
  expect(skips('go', 'the YAML reader', 'Go not found')).toBe(true);
  expect(said.mock.calls).toEqual([
    [
      'SKIPPED: the YAML reader (Go not found)\n  -> install Go 1.24 or newer, and allow its module proxy',
    ],
  ]);
  expect(() => skips('terraform', 'terraform console', 'terraform does not start')).toThrow(
    'TOOL_MISSING  terraform, for terraform console\n  terraform does not start\n  -> install Terraform 1.11',
  );
});

it.each([
  ['skips what it cannot check, and ends well', [], 0, 'SKIPPED: modules (no go)'],
  ['ends with 1 where the tool is required', ['--require=go'], 1, 'TOOL_MISSING  go, for modules'],
  ['ends with 2 for a name that no tool has', ['--require=gopher'], 2, 'no tool is called gopher'],
])('a command %s', (_, args, code, words) => {
  const module = join(import.meta.dirname, 'check-command.ts');
  const script = `import { checkCommand } from '${module}';
    checkCommand().without('go', 'modules', 'no go'); process.exitCode = 0;`;
  const flags = ['--input-type=module', '-e', script, '--', 'check', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, flags, {
    encoding: 'utf8',
    env: { ...process.env, [variable]: '' },
  });
  expect([status, stdout + stderr]).toEqual([code, expect.stringContaining(words)]);
});
