import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { workspaceCopy } from '@bizflow/testing/workspace';
import { afterAll, expect, it } from 'vitest';
import { type Edit, edited, editsOf } from '../src/repository/recipes.ts';

const page = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
const workspace = workspaceCopy();
afterAll(() => workspace.dispose());

const apply = (edit: Edit) => {
  const text = readFileSync(join(repository, edit.path), 'utf8');
  workspace.restoreFile(edit.path, edited(text, edit) ?? '');
};
/** The exit code of the tests that the recipe adds to. */
const test = () => {
  const vitest = join(repository, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', 'packages/config/src/fleet/fleet-rules.test.ts'];
  return spawnSync(process.execPath, args, { cwd: workspace.root, encoding: 'utf8' }).status;
};

it('"Add a rule" is followed as written: the rule fires, and without its second part a test fails', () => {
  const [rule, breakage, ...more] = editsOf(page).filter(({ recipe }) => recipe === 'Add a rule');
  if (rule === undefined || breakage === undefined) throw new Error('the recipe has two parts');
  expect(more).toEqual([]);
  apply(rule);
  expect(test()).toBe(1);
  apply(breakage);
  expect(test()).toBe(0);
});
