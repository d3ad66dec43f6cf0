import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import type { Tree } from '@nx/devkit';
import { expect, it } from 'vitest';
import { GeneratorError } from './error.ts';
import { given, type OptionsSchema } from './given.ts';

const schema: OptionsSchema = {
  properties: {
    with: { description: 'the new one', 'x-prompt': 'Which?' },
    name: { description: 'its name', 'x-prompt': 'Its name?' },
    to: { description: 'another name', 'x-instead': 'with' },
  },
};
const tree = {} as Tree;
const told = async (options: object): Promise<readonly string[]> => {
  try {
    await given(schema, async () => [])(tree, options);
    return [];
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error;
    return error.problems.map(({ code, at, remedy }) => `${code} ${at} ${remedy.split(',')[0]}`);
  }
};

it('names all options that are missing', async () => {
  expect(await told({ with: 'a', name: 'b' })).toEqual([]);
  expect(await told({})).toEqual([
    'OPTION_MISSING --with add --with=...',
    'OPTION_MISSING --name add --name=...',
  ]);
});

it('says which name to use where another command has another one, and does not miss it too', async () => {
  expect(await told({ to: 'a' })).toEqual([
    'OPTION_MISSING --name add --name=...',
    'OPTION_MISNAMED --to use --with=...',
  ]);
});

it('knows in every command the option that it sends people to', () => {
  const files = globSync('apps/generator/src/generators/*/schema.json', { cwd: repository });
  const sent = files.flatMap((file) => {
    const { properties }: OptionsSchema = JSON.parse(readFileSync(join(repository, file), 'utf8'));
    return Object.values(properties).flatMap(({ 'x-instead': name }) =>
      name === undefined ? [] : [[file, name, properties[name]?.['x-instead'], name in properties]],
    );
  });
  expect(sent.length).toBeGreaterThan(3);
  expect(sent.filter(([, , further, isThere]) => further !== undefined || !isThere)).toEqual([]);
});
