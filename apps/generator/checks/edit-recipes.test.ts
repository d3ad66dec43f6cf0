import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { commandsOf } from '@bizflow/testing/recipe-commands';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';
import { type Edit, edited, editsOf } from '../src/repository/recipes.ts';
import { committedCopy } from '../src/testing/committed-copy.ts';

const page = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);

/** What the next render prints after the edits of a recipe, and its exit code. */
const renders: Readonly<Record<string, readonly [code: number, out: RegExp]>> = {
  'Change a CIDR': [0, /^render: 8 written, \d+ unchanged, 0 removed/m],
  'Change a law, or another label of a place': [0, /FORMER_VALUE/],
  'Change the canary policy': [0, /^render: [1-9]\d* written/m],
  'Change a threshold': [0, /^UPDATE docs\/runbooks\/alarms\.md/m],
  'Turn on an optional part of the document': [0, /^render: [1-9]\d* written/m],
  'Replace a placeholder': [0, /^render: [1-9]\d* written/m],
  'Add a tenant table': [0, /^CREATE gitops\/.*\/configmap-tenant-isolation-\w+\.yaml/m],
  'Mirror an image that others publish': [0, /^CREATE gitops\/.*\/job-tenant-isolation-\w+\.yaml/m],
  // Helm makes the inventory that it asks for, from the network.
  'Change a chart, or a value of one': [1, /charts\.lock\.json/],
  'Add a renderer or a kind': [0, /^CREATE gitops\/.*\/secretstore-api\.yaml/m],
  'Allow a residency exception': [0, /^render: [1-9]\d* written/m],
};

/** The recipes that others follow, and those that change no file of this repository. */
const others: Readonly<Record<string, string>> = {
  ...{ 'Add a region': 'scaffolds.test.ts', 'Add a service': 'scaffolds.test.ts' },
  ...{ 'Replace a region': 'move-recipes.test.ts', 'Evacuate a region': 'move-recipes.test.ts' },
  'Give a region a second one': 'move-recipes.test.ts',
  ...{ 'Retire a region': 'moves.ts', 'Add a rule': 'rule-recipe.test.ts' },
  'Add a project': 'edit-recipes.test.ts',
  'Let a standby take over': '../src/scaffold/fail-over.test.ts',
  'Pin an image': '../src/images/pin-images.test.ts',
  'Promote an image': 'image-commands.test.ts',
  'Commits and review': 'merge-recipes.test.ts',
  'Change what people do in an emergency': '../../../packages/runbooks/scripts/drill.ts',
  'Change a stage of the pipeline': '../../pipeline/checks/vitest.config.ts',
  'Change a Terraform module': '../../terraform-checks/checks/check.ts',
};
const words = ['Set up', 'Every day', 'Write a decision', 'Changesets'];

const workspace = committedCopy();

// A digest that no page can know.
const known = (text: string): string => text.replace("'sha256:...'", `'sha256:${'5'.repeat(64)}'`);

function apply(edit: Edit): void {
  const path = join(workspace.root, edit.path);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  workspace.restoreFile(edit.path, known(edited(text, edit) ?? `cannot be edited: ${edit.path}`));
}

/** Follows the edits of a recipe, and gives the tests among the files that it edits. */
function follow(recipe: string): readonly string[] {
  const edits = editsOf(page).filter((one) => one.recipe === recipe);
  for (const edit of edits) apply(edit);
  return [...new Set(edits.map(({ path }) => path))].filter((path) => path.endsWith('.test.ts'));
}

/** Pages of decisions that people write before, by the recipe that cites them. */
const pages: Readonly<Record<string, string>> = {
  'Allow a residency exception': 'docs/decisions/0017-uae-objects-in-the-uk.md',
};

it('is followed by a test, or changes no file', () => {
  expect([...Object.keys(renders), ...Object.keys(others), ...words].sort()).toEqual(
    headings.toSorted(),
  );
  const files = Object.values(others).map((file) => join(import.meta.dirname, file));
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

it.each(Object.entries(renders))('%s is followed as written', (recipe, [code, out]) => {
  const tests = follow(recipe);
  const decision = pages[recipe];
  if (decision !== undefined) workspace.restoreFile(decision, '# 17. A decision\n');
  const rendered = workspace.nx(['generate', '@bizflow/generator:render']);
  expect([rendered.code, rendered.out]).toEqual([code, expect.stringMatching(out)]);
  if (tests.length === 0) return;
  const vitest = join(repository, 'node_modules/vitest/vitest.mjs');
  const run = spawnSync(process.execPath, [vitest, 'run', ...tests], {
    ...{ cwd: workspace.root, encoding: 'utf8' },
  });
  expect(run.status, run.stdout).toBe(0);
});

it('Add a project is followed as written, and its targets run', () => {
  follow('Add a project');
  // What `npm install` does with it; no registry is asked here.
  symlinkSync(
    join(workspace.root, 'packages/quotas'),
    join(workspace.root, 'node_modules/@bizflow/quotas'),
  );
  const [line = ''] = /^npx nx run-many .*$/m.exec(page) ?? [];
  expect(commandsOf(page).some(({ name }) => name === 'format')).toBe(true);
  const { code, out } = workspace.nx(line.split(' ').slice(2));
  expect(code, out).toBe(0);
});
