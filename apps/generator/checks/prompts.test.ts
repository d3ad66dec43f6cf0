import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { sharedWorkspace } from '@bizflow/testing/shared-workspace';
import { snapshot } from '@bizflow/testing/snapshot';
import type { Workspace } from '@bizflow/testing/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRegionIn, newRegionsIn, newServiceIn } from '../src/testing/newcomers.ts';

let workspace: Workspace;
const generator = (name: string): string[] => ['generate', `@bizflow/generator:${name}`];
/** What a generator's schema asks for without a default. */
const neededBy = (name: string): string[] =>
  Object.entries(propertiesOf(name))
    .filter(([, property]) => 'x-prompt' in property && !('default' in property))
    .map(([option]) => option);
const sources = () => ({
  ...snapshot(workspace.root, 'packages'),
  ...snapshot(workspace.root, 'gitops'),
});

beforeAll(() => {
  workspace = sharedWorkspace();
});
afterAll(() => workspace.dispose());

interface Property {
  readonly 'x-prompt'?: string | { readonly message: string };
}

const propertiesOf = (name: string): Readonly<Record<string, Property>> => {
  const file = join(repository, 'apps/generator/src/generators', name, 'schema.json');
  return JSON.parse(readFileSync(file, 'utf8')).properties;
};

/** The questions that a generator's schema asks, in order. */
const questionsOf = (name: string): string[] =>
  Object.values(propertiesOf(name))
    .map((property) => property['x-prompt'])
    .filter((prompt) => prompt !== undefined)
    .map((prompt) => (typeof prompt === 'string' ? prompt : prompt.message));

type Answers = readonly (readonly string[])[];

/** Starts a generator in a terminal and answers its first questions: for each, what is typed, or more than one try. */
async function asked(name: string, answers: Answers) {
  const terminal = workspace.terminal(generator(name));
  for (const [index, tries] of answers.entries()) {
    await terminal.sees(questionsOf(name)[index] ?? '');
    const [last = '', ...wrong] = tries.toReversed();
    for (const text of wrong.toReversed()) {
      terminal.types(`${text}\r`);
      await terminal.sees('Please enter');
      terminal.types('\x7f'.repeat(text.length));
    }
    terminal.types(`${last}\r`);
  }
  return terminal;
}

/** Answers all questions of a generator. */
const answer = async (name: string, answers: Answers) => {
  expect(answers).toHaveLength(questionsOf(name).length);
  return (await asked(name, answers)).end;
};

// Nx asks before a generator runs, so that each kind of question is driven once, not each generator:
// a text, a number, a choice; in a generator that writes, in one that only reads.
describe('in a terminal', () => {
  it('the region generator asks again after a wrong answer, and adds the region', async () => {
    const { id, name, country, serves, octet, file } = newRegionIn(committed);
    const texts = [[id], [name], [country], [serves], [''], ['five', String(octet)]];
    const { code, out } = await answer('region', texts);
    expect([code, out]).toEqual([0, expect.stringContaining(`CREATE ${file}`)]);
  });

  it('the service generator lists what can be chosen, and adds the service', async () => {
    const service = newServiceIn(committed);
    const { code, out } = await answer('service', [[service], ['\x1b[B'], ['']]);
    const file = `packages/config/src/services/${service}.ts`;
    expect([code, out]).toEqual([0, expect.stringContaining(`CREATE ${file}`)]);
    expect(readFileSync(join(workspace.root, file), 'utf8')).toContain("'fargate'");
  });

  it.each([
    ['a text', 'promote', []],
    ['a choice', 'service', [['elsewhere']]],
  ])('Ctrl-C at %s ends the command, and nothing is written', async (_, name, answers) => {
    const before = sources();
    const terminal = await asked(name, answers);
    await terminal.sees(questionsOf(name)[answers.length] ?? '');
    terminal.types('\x03');
    const { code, out } = await terminal.end;
    expect(code).not.toBe(0);
    expect(out).not.toMatch(/^\s+at /m);
    expect(sources()).toEqual(before);
  });

  it('a text that could be a number stays a text, and a wrong one is refused', async () => {
    const before = sources();
    const { code, out } = await answer('pin-images', [['preview'], ['1.10']]);
    expect([code, out]).toEqual([1, expect.stringContaining('preview')]);
    expect(out).not.toMatch(/stacktrace|^\s+at /m);
    expect(sources()).toEqual(before);
  });

  it('waf-check says what the edge does with the request of the file that was typed', async () => {
    workspace.restoreFile('login.http', 'POST /login HTTP/1.1\nHost: api.bizflow.app\n\n{}');
    const { code, out } = await answer('waf-check', [['login.http']]);
    expect([code, out]).toEqual([0, expect.stringMatching(/ALLOW|BLOCK|CAPTCHA|UNDECIDED/)]);
  });
});

describe('without a terminal', () => {
  const { generators } = JSON.parse(
    readFileSync(join(repository, 'apps/generator/generators.json'), 'utf8'),
  );
  const all = Object.keys(generators);

  it.each(all.filter((name) => neededBy(name).length > 0))(
    '%s names every missing option at once, and writes nothing',
    async (name) => {
      const before = sources();
      const { code, out } = await workspace.hosted([...generator(name), '--no-interactive']);
      expect(code).toBe(1);
      const named = [...out.matchAll(/^OPTION_MISSING {2}--(\S+)/gm)].map(([, option]) => option);
      expect(named).toEqual(neededBy(name));
      expect(out).not.toMatch(/stacktrace|^\s+at /m);
      expect(sources()).toEqual(before);
    },
  );

  it.each(all)('%s refuses an option that it has not, without a stack trace', async (name) => {
    const { code, out } = await workspace.hosted([...generator(name), '--nonsense=1']);
    // Nx itself starts `sync`, and answers for it.
    const said =
      name === 'sync' ? "'nonsense' is not found in schema" : 'OPTION_UNKNOWN  --nonsense';
    expect([code, out]).toEqual([1, expect.stringContaining(said)]);
    expect(out).not.toMatch(/stacktrace|^\s+at /m);
  });

  it.each([
    ['failover', ['mars-north-1'], 'REGION_UNKNOWN'],
    ['waf-check', ['no-such.http'], 'no-such.http'],
    ['promote', ['--service=no-such', '--from=staging', '--to=production'], 'no-such'],
  ])('%s refuses what only the facts can judge in one message', async (name, options, said) => {
    const before = sources();
    const { code, out } = await workspace.hosted([...generator(name), ...options]);
    expect([code, out]).toEqual([1, expect.stringContaining(said)]);
    expect(out).not.toMatch(/stacktrace|^\s+at /m);
    expect(sources()).toEqual(before);
  });

  // Another one than the region and the service that are added in a terminal.
  const [, { file: _, id, ...facts }] = newRegionsIn(committed);
  it.each([
    ['region', [id, ...Object.entries(facts).map(([name, value]) => `--${name}=${value}`)]],
    ['service', ['elsewhere']],
    ['render', []],
  ])('%s ends a dry run by saying so, and writes nothing', async (name, options) => {
    const before = sources();
    const args = [...generator(name), ...options, '--dry-run', '--no-interactive'];
    const { out } = await workspace.hosted(args);
    expect(out.trim().split('\n').at(-1)).toContain('no changes were made');
    expect(sources()).toEqual(before);
  });
});
