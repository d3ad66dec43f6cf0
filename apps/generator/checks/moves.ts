import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';
import { commandsOf } from '../src/repository/recipes.ts';

// `npm run moves`: plays each move of CONTRIBUTING.md to its end, each in a copy of this repository; a region is
// retired where it was evacuated. `npm run moves -- replace-region OLD --with=NEW` plays that one. At every step the
// render goes through and every proof holds, and what is left at the end compiles. With `--tests` the tests run there
// too, and only those of the document's own numbers may fail.
const asked = process.argv.slice(2).filter((word) => word !== '--tests');
const withTests = process.argv.includes('--tests');
const begins = /^(replace-region|second-region|evacuate|retire-region)$/;
const told = commandsOf(readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8')).flatMap(
  ({ generator, args }) => (begins.test(generator) ? [[generator, ...args]] : []),
);
const retired = told.filter(([name]) => name === 'retire-region');
const plays =
  asked.length > 0
    ? [[asked]]
    : told
        .filter(([name]) => name !== 'retire-region')
        .map((move) => (move[0] === 'evacuate' ? [move, ...retired] : [move]));

const generator = (name: string): string => `@bizflow/generator:${name}`;

/** Runs a command in the copy, which must succeed. */
function run({ nx }: Workspace, name: string, ...args: readonly string[]): string {
  const { code, out } = nx(['generate', generator(name), ...args]);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')}\n${out}`);
  return out;
}

/** Renders and proves, and says how many proofs hold. */
function proved(workspace: Workspace, step: string): void {
  const rendered = run(workspace, 'render');
  const [closing = ''] = /^render: .*$/m.exec(rendered) ?? [];
  const [proofs = ''] = /^prove: .*$/m.exec(run(workspace, 'prove')) ?? [];
  console.log(`  ${step.padEnd(12)} ${closing}; ${proofs}`);
}

const idsIn = (listed: string): readonly string[] =>
  [...listed.matchAll(/^ {2}([a-z-]+) \([a-z-]+\): /gm)].map(([, id = '']) => id);

function play(workspace: Workspace, [name = '', ...args]: readonly string[]): void {
  console.log([name, ...args].join(' '));
  const begun = run(workspace, name, ...args);
  let step = /^the step (\S+) is written/m.exec(begun)?.[1] ?? 'begin';
  const id = /next-step (\S+)$/m.exec(begun)?.[1] ?? '';
  while (step !== 'forget') {
    proved(workspace, step);
    const waits = idsIn(run(workspace, 'next-step', id));
    const out = run(
      workspace,
      'next-step',
      id,
      `--confirm=${waits.join(',')}`,
      '--by=check',
      '--evidence=none',
    );
    step = /-> (\S+)$/m.exec(out)?.[1] ?? 'lost';
    if (step === 'lost') throw new Error(out);
  }
  proved(workspace, step);
}

/** What is left after the moves compiles, but for tests of the document's own regions, and is as Biome formats it. */
function compiles({ root }: Workspace): void {
  for (const project of ['packages/region-catalog', 'packages/config']) {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', project], {
      cwd: root,
      encoding: 'utf8',
    });
    const errors = stdout.split('\n').filter((line) => /error TS/.test(line));
    const others = errors.filter((line) => !/\.document\.test\.ts\(/.test(line));
    if (others.length > 0) throw new Error(others.join('\n'));
  }
  const biome = join(root, 'node_modules/.bin/biome');
  if (!existsSync(biome)) return;
  spawnSync('git', ['init', '--quiet'], { cwd: root });
  const { status, stdout, stderr } = spawnSync(
    biome,
    ['ci', 'packages/region-catalog/src', 'packages/config/src'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stdout + stderr);
}

interface Report {
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

/** No test fails but those that hold the document's own numbers. */
function tested({ root }: Workspace): void {
  const report = join(root, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  spawnSync(process.execPath, [vitest, 'run', '--reporter=json', `--outputFile=${report}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
  const failing = testResults.flatMap(({ name, status }) =>
    status === 'passed' ? [] : [relative(root, name)],
  );
  const others = failing.filter((path) => !path.endsWith('.document.test.ts'));
  console.log(`  tests        ${testResults.length} files, ${failing.length} of the document fail`);
  if (others.length > 0)
    throw new Error(`these fail for no number of the document:\n${others.join('\n')}`);
}

let failed = 0;
for (const moves of plays) {
  const workspace = workspaceCopy();
  try {
    for (const move of moves) play(workspace, move);
    compiles(workspace);
    if (withTests) tested(workspace);
  } catch (error) {
    failed += 1;
    console.error(error instanceof Error ? error.message : error);
  } finally {
    workspace.dispose();
  }
}
console.log(`moves: ${plays.length - failed} of ${plays.length} come to their end`);
process.exitCode = failed === 0 ? 0 : 1;
