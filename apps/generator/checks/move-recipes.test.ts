import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '@bizflow/testing/commits';
import { commandsOf, type RecipeCommand } from '@bizflow/testing/recipe-commands';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';
import { committedCopy } from '../src/testing/committed-copy.ts';

const page = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
const recipes = [
  ['Replace a region'],
  ['Give a region a second one'],
  // A region is retired after it was evacuated and nothing of it is on its way, which `npm run moves` plays.
  ['Evacuate a region'],
] as const;

const workspace = committedCopy();

const nx = (name: string, ...args: readonly string[]) =>
  workspace.nx(['generate', `@bizflow/generator:${name}`, ...args]);

const run = ({ program, name, args }: RecipeCommand): string => {
  if (program === 'git') {
    git(workspace, name, ...args);
    return '';
  }
  const { code, out } = nx(name, ...args);
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

it('Replace a region is refused where a commit or a render is left out', () => {
  const commands = commandsOf(page).filter((one) => one.recipe === 'Replace a region');
  const [begin, ...more] = commands;
  const confirm = more.find(({ args }) => args.some((word) => word.startsWith('--confirm=')));
  if (begin === undefined || confirm === undefined) throw new RangeError('the recipe confirms');
  run(begin);
  const unrendered = nx(confirm.name, ...confirm.args);
  expect([unrendered.code, unrendered.out]).toEqual([
    1,
    expect.stringContaining('STEP_NOT_RENDERED'),
  ]);
  run({ ...begin, program: 'npm', name: 'render', args: [] });
  const uncommitted = nx(confirm.name, ...confirm.args);
  expect([uncommitted.code, uncommitted.out]).toEqual([
    1,
    expect.stringContaining('STEP_NOT_COMMITTED'),
  ]);
});
