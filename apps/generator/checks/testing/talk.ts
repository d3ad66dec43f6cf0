import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { snapshot } from '@bizflow/testing/snapshot';
import type { Workspace } from '@bizflow/testing/workspace';

const textOf = (path: string): string => readFileSync(join(repository, path), 'utf8');

/** Every generator, by name. */
export const generators = Object.keys(
  JSON.parse(textOf('apps/generator/generators.json')).generators,
);

/** The questions that a generator's schema asks, in order. */
export const questionsOf = (name: string): readonly string[] => {
  const schema = JSON.parse(textOf(`apps/generator/src/generators/${name}/schema.json`));
  const prompts = Object.values(schema.properties).map((one) => Object(one)['x-prompt']);
  return prompts.flatMap((prompt) => (prompt === undefined ? [] : (prompt.message ?? prompt)));
};

const folders = [
  'packages',
  'gitops',
  'install',
  'terraform/environments',
  'docs',
  'facts',
  'clients',
];

/** All that a generator may write. */
export const writtenIn = ({ root }: Workspace) => ({
  ...Object.assign({}, ...folders.map((folder) => snapshot(root, folder))),
  lock: readFileSync(join(root, 'images.lock.json'), 'utf8'),
});

/** What a person types: options, an answer to each question (none takes the default), and what the screen ends with. */
export interface Talk {
  readonly options?: readonly string[];
  readonly answers?: readonly string[];
  readonly says: RegExp;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a generator in a terminal to its end. */
export async function talk(
  workspace: Workspace,
  generator: string,
  { options = [], answers = [], env = {} }: Talk,
  ...more: string[]
) {
  const args = ['generate', `@bizflow/generator:${generator}`, ...options, ...more];
  const terminal = workspace.terminal(args, env);
  for (const [index, question] of questionsOf(generator).entries()) {
    await terminal.sees(question);
    terminal.types(`${answers[index]}\r`);
  }
  return terminal.end;
}
