import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkCommand } from '../src/check-command.ts';
import { repository } from '../src/repository.ts';
import { variable } from '../src/tools.ts';

// The target `test` of every project: vitest, with `--require` and a report that can be counted.
// `node packages/testing/scripts/run-tests.ts <project> [--require=LIST] [vitest's own arguments]`
const { required, args } = checkCommand();
const [project = '', ...own] = args;
const report = `--outputFile.json=${join(repository, '.cache/tests', `${project}.json`)}`;
const { status } = spawnSync(
  process.execPath,
  [
    join(repository, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...own,
    '--reporter=default',
    '--reporter=json',
    report,
  ],
  {
    cwd: repository,
    stdio: 'inherit',
    env: { ...process.env, [variable]: [...required].join(',') },
  },
);
process.exitCode = status ?? 1;
