import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { snapshot } from '@bizflow/testing/snapshot';
import { workspaceCopy } from '@bizflow/testing/workspace';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { commandsOf, type RecipeCommand } from '../src/repository/recipes.ts';

const page = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
const recipes = [
  ['Replace a region'],
  ['Give a region a second one'],
  // A region is retired after it was evacuated and nothing of it is on its way, which `npm run moves` plays.
  ['Evacuate a region'],
] as const;

const workspace = workspaceCopy();
const folders = [
  'packages/region-catalog/src',
  'packages/config/src',
  'gitops',
  'terraform/environments',
  'docs/runbooks',
  'facts',
  'install',
];
const read = () => Object.assign({}, ...folders.map((folder) => snapshot(workspace.root, folder)));
let pristine: Readonly<Record<string, string>> = {};

beforeAll(() => {
  pristine = read();
});
afterEach(() => {
  for (const [path, text] of Object.entries(read())) {
    const before = pristine[path];
    if (before === undefined) rmSync(join(workspace.root, path));
    else if (before !== text) workspace.restoreFile(path, before);
  }
  for (const [path, text] of Object.entries(pristine))
    if (!existsSync(join(workspace.root, path))) workspace.restoreFile(path, text);
});
afterAll(() => workspace.dispose());

const run = ({ generator, args }: RecipeCommand): string => {
  const { code, out } = workspace.nx(['generate', `@bizflow/generator:${generator}`, ...args]);
  expect(code, out).toBe(0);
  return out;
};

it.each(recipes)('%s is followed as written, command by command', (recipe) => {
  const commands = commandsOf(page).filter((one) => one.recipe === recipe);
  expect(commands.length).toBeGreaterThan(1);
  const said = commands.map(run).join('\n');
  expect(said).toMatch(/^the step \S+ is written/m);
  expect(said).toMatch(/^render: [1-9]\d* written/m);
});
