import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { repository } from '@bizflow/testing/repository';
import { skips } from '@bizflow/testing/tools';
import { describe, expect, it } from 'vitest';

const files = (...patterns: string[]) =>
  patterns.flatMap((pattern) => globSync(pattern, { cwd: repository })).toSorted();

const scripts = files('apps/pipeline/commands/*.sh', '.ci/run');
const workflows = files('.github/workflows/*.yml');

/** Each linter, what it looks at and something it must refuse. */
const linters = [
  {
    tool: 'shellcheck',
    args: scripts,
    bad: ['-', '#!/usr/bin/env bash\nrm -rf $1/*\n'],
  },
  {
    tool: 'hadolint',
    args: ['apps/pipeline/Dockerfile'],
    bad: ['-', 'FROM node:latest\nRUN apt-get install curl\n'],
  },
  {
    tool: 'actionlint',
    args: ['-no-color', ...workflows],
    bad: [
      '-',
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout\n',
    ],
  },
  {
    tool: 'zizmor',
    // What a workflow may do, and what a stranger could make it do. Its online rules would ask GitHub.
    args: [
      ...['--quiet', '--offline', '--no-progress', '--min-severity=medium', '--format=github'],
      '.github/workflows',
    ],
    bad: ['-', 'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: []\n'],
  },
  {
    tool: 'gitleaks',
    // Every commit that is here: what was once committed stays in every clone.
    args: ['git', '--no-banner', '--no-color', '--redact', '--log-level=error'],
    bad: ['stdin', `key = "AKIA${'IMNOJVGFDXXXE4OA'}"\n`],
  },
] as const;

describe.each(linters)('$tool', ({ tool, args, bad: [stdin, text] }) => {
  const missing = skips(tool, 'its rules', spawnSync(tool, ['--version']).error?.message);

  it.skipIf(missing)('has nothing to say', () => {
    expect(args.length).toBeGreaterThan(0);
    const { status, stdout, stderr } = spawnSync(tool, args, { cwd: repository, encoding: 'utf8' });
    expect([status, stdout + stderr]).toEqual([0, '']);
  });

  it.skipIf(missing)('would have something to say', () => {
    const { status } = spawnSync(tool, [stdin], { input: text, encoding: 'utf8' });
    expect(status).not.toBe(0);
  });
});
