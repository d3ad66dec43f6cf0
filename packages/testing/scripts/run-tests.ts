import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { checkCommand } from '../src/check-command.ts';
import { repository } from '../src/repository.ts';
import { testEnvironment } from '../src/test-environment.ts';
import { wanted } from '../src/test-files.ts';

// The target `test` of every project: vitest, with `--require` and a report that can be counted.
// `node packages/testing/scripts/run-tests.ts <project> [<folder>/] [--require=LIST] [vitest's own arguments]`
// `./` is the folder of all projects: in one run they share what they import, and start once.
const { required, args } = checkCommand();
const [project = '', first = '', ...others] = args;
const folder = first.endsWith('/') ? first : undefined;

/** What vitest gets: all tests of a folder, or those that a person asks for. */
function selection(): readonly string[] {
  if (folder === undefined) return [first, ...others];
  const projects = folder === './' ? '{packages/*,apps/*,e2e}/' : folder;
  const found = wanted(globSync(`${projects}src/**/*.test.ts`, { cwd: repository }), others);
  if (found === undefined) {
    console.error(`no test file of ${project} has ${others.join(' or ')} in its path`);
    process.exit(1);
  }
  const whole = folder === './' ? [] : [folder];
  return [...(found.files.length > 0 ? found.files : whole), ...found.options];
}

const report = `--outputFile.json=${join(repository, '.cache/tests', `${project}.json`)}`;
// A part of the tests must not replace the report of all.
const isPart = folder !== undefined && others.length > 0;
const reporters = isPart ? [] : ['--reporter=default', '--reporter=json', report];
const { status } = spawnSync(
  process.execPath,
  [join(repository, 'node_modules/vitest/vitest.mjs'), 'run', ...selection(), ...reporters],
  {
    cwd: repository,
    stdio: 'inherit',
    env: testEnvironment(process.env, required),
  },
);
process.exitCode = status ?? 1;
