import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { snapshot } from '@bizflow/testing/snapshot';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRegionIn, newServiceIn } from './testing/newcomers.ts';

let workspace: Workspace;
const generator = (name: string): string[] => ['generate', `@bizflow/generator:${name}`];
const sources = () => ({
  ...snapshot(workspace.root, 'packages'),
  ...snapshot(workspace.root, 'gitops'),
});

beforeAll(() => {
  workspace = workspaceCopy();
});
afterAll(() => workspace.dispose());

/** The questions that a generator's schema asks, in order. */
const questionsOf = (name: string): string[] => {
  const file = join(repository, 'apps/generator/src/generators', name, 'schema.json');
  const { properties } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.values<{ 'x-prompt'?: string | { message: string } }>(properties)
    .map((property) => property['x-prompt'])
    .filter((prompt) => prompt !== undefined)
    .map((prompt) => (typeof prompt === 'string' ? prompt : prompt.message));
};

/** Answers all questions of a generator: for each, what is typed, or more than one try. */
async function answer(name: string, answers: readonly (readonly string[])[]) {
  const terminal = workspace.terminal(generator(name));
  for (const [index, question] of questionsOf(name).entries()) {
    await terminal.sees(question);
    const [last = '', ...wrong] = [...(answers[index] ?? [])].reverse();
    for (const text of wrong.reverse()) {
      terminal.types(`${text}\r`);
      await terminal.sees('Please enter');
      terminal.types('\x7f'.repeat(text.length));
    }
    terminal.types(`${last}\r`);
  }
  return terminal.end;
}

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

  it.each(['region', 'service', 'failover', 'pin-images', 'promote', 'waf-check'])(
    'Ctrl-C ends %s, and nothing is written',
    async (name) => {
      const before = sources();
      const terminal = workspace.terminal(generator(name));
      await terminal.sees(questionsOf(name)[0] ?? '');
      terminal.types('\x03');
      const { code, out } = await terminal.end;
      expect(code).not.toBe(0);
      expect(out).not.toMatch(/^\s+at /m);
      expect(sources()).toEqual(before);
    },
  );

  it('a wrong answer that only the facts can judge is refused in one message', async () => {
    const { code, out } = await answer('promote', [['no-such'], ['staging'], ['production']]);
    expect(code).toBe(1);
    expect(out).toContain('nothing was written');
    expect(out).not.toMatch(/stacktrace|^\s+at /m);
  });
});
