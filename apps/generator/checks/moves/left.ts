import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from '@bizflow/testing/move-steps';
import type { Workspace } from '@bizflow/testing/workspace';
import { failing, othersIn } from '../regions/failing.ts';

/** What is left after the moves compiles, but for tests of the document's own regions, and is as Biome formats it. */
export function compiles({ root }: Workspace): void {
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
  const { status, stdout, stderr } = spawnSync(
    biome,
    ['ci', 'packages/region-catalog/src', 'packages/config/src'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stdout + stderr);
}

/** No test fails but those that hold the document's own numbers. */
export function tested(workspace: Workspace): void {
  // Its pages name what is rendered.
  generated(workspace, 'evidence', '--date=2026-01-31T12:00:00Z');
  const { files, passedTests, failedTests, failed } = failing(workspace);
  const others = othersIn(failed);
  console.log(
    `  tests        ${files} files, ${failed.length - others.length} of the document fail; ${passedTests} tests pass, ${failedTests} fail`,
  );
  if (others.length > 0)
    throw new Error(
      `these fail for no number of the document:\n${others.map(({ path, said }) => [path, ...said].join('\n  ')).join('\n')}`,
    );
}
