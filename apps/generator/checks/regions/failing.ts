import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Workspace } from '@bizflow/testing/workspace';

interface Report {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** A test file that fails, and what it says: each test with the first lines of its message. */
interface FailedFile {
  readonly path: string;
  readonly said: readonly string[];
}

const said = ({ message, assertionResults }: Report['testResults'][number]): readonly string[] => [
  ...(message === '' ? [] : [firstLines(message)]),
  ...assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages: [why = ''] }) => `${fullName}: ${firstLines(why)}`),
];

const firstLines = (text: string): string => text.split('\n').slice(0, 3).join(' ');

/** What the tests of a copy say: how many ran, and the files of those that fail. */
interface Tested {
  readonly files: number;
  readonly failedTests: number;
  readonly passedTests: number;
  readonly failed: readonly FailedFile[];
}

/** Runs the tests of a copy. */
export function failing({ root }: Workspace): Tested {
  const report = join(root, 'report.json');
  // Biome needs a repository; nothing is committed to it.
  spawnSync('git', ['init', '--quiet'], { cwd: root });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  spawnSync(process.execPath, [vitest, 'run', '--reporter=json', `--outputFile=${report}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { testResults, numFailedTests, numPassedTests }: Report = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failed = testResults
    .filter(({ status }) => status !== 'passed')
    .map((file) => ({ path: relative(root, file.name), said: said(file) }));
  return {
    files: testResults.length,
    failedTests: numFailedTests,
    passedTests: numPassedTests,
    failed: failed.toSorted((one, other) => (one.path < other.path ? -1 : 1)),
  };
}

/** Those that fail for no number of the document. */
export const othersIn = (failed: readonly FailedFile[]): readonly FailedFile[] =>
  failed.filter(({ path }) => !path.endsWith('.document.test.ts'));
