import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import type { Tree } from '@nx/devkit';
import { expect, it } from 'vitest';
import { GeneratorError } from './error.ts';
import { given, type OptionsSchema } from './given.ts';
import { renderedFolders } from './plan.ts';

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

it.each([
  [{ wth: 'a' }, ['OPTION_UNKNOWN --wth did you mean --with?']],
  [{ nonsense: 1 }, ['OPTION_UNKNOWN --nonsense leave it out; --help says what each option is']],
  [{ _: ['a', 'b'] }, ['ARGUMENT_UNKNOWN argument leave it out']],
  [{ verbose: true, with: 'a', name: 'b' }, []],
])(
  'refuses %j before what is missing, and asks whether another name was meant',
  async (options, said) => {
    expect(await told(options)).toEqual(said);
  },
);

it('is asked by every command that people start, since Nx lets all options through', () => {
  const folders = globSync('apps/generator/src/generators/*/', { cwd: repository });
  const lax = folders.map((folder) => {
    const name = basename(folder);
    const [schemaText, source] = ['schema.json', `${name}.ts`].map((file) =>
      readFileSync(join(repository, folder, file), 'utf8'),
    );
    return [
      name,
      JSON.parse(schemaText ?? '').additionalProperties,
      source?.includes('given(schema,'),
    ];
  });
  expect(lax.length).toBeGreaterThan(20);
  expect(lax.filter(([name, any, asks]) => any !== asks && name !== 'sync')).toEqual([]);
  expect(lax.filter(([, any]) => any === false)).toEqual([['sync', false, false]]);
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

it('says in the help of render which folders it makes', () => {
  const file = 'apps/generator/src/generators/render/schema.json';
  const { title, description } = JSON.parse(readFileSync(join(repository, file), 'utf8'));
  for (const folder of renderedFolders(committed, {})) {
    expect(
      [title, description].every((text) => text.includes(`${folder}/`)),
      folder,
    ).toBe(true);
  }
});
