import { accessSync, constants, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from './commands/commands.ts';
import { facts } from './commands/facts.ts';
import { commandsFolder } from './testing/command.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const scripts = globSync('*.sh', { cwd: commandsFolder }).toSorted();
const workflows = globSync('.github/workflows/*.yml', { cwd: repository });

interface Buildspec {
  readonly phases: Readonly<Record<string, { readonly commands: readonly string[] }>>;
  readonly reports?: Readonly<Record<string, { readonly files: string }>>;
}

const stages = ['build', 'staging', 'release'].map((name) => ({
  name,
  spec: parse(
    read(join(repository, `terraform/modules/delivery/buildspecs/${name}.yml`)),
  ) as Buildspec,
}));
const commandsOf = ({ phases }: Buildspec) =>
  Object.values(phases).flatMap(({ commands }) => commands);
const scriptsIn = (text: string) =>
  [...text.matchAll(/([a-z-]+\.sh)/g)].map(([, name]) => name ?? '');

describe.each(stages)('the buildspec of $name', ({ spec }) => {
  const check = new Ajv({ strict: true }).compile(
    JSON.parse(read(join(import.meta.dirname, 'buildspec.schema.json'))),
  );

  it('is what CodeBuild documents, and ends each phase with its first failure', () => {
    expect([check(spec), check.errors]).toEqual([true, null]);
  });

  it('is reported when a phase may go on after a failure, or a key is misspelled', () => {
    const build = { ...spec.phases.build, 'on-failure': 'CONTINUE' };
    expect(check({ ...spec, phases: { ...spec.phases, build } })).toBe(false);
    expect(check({ ...spec, phase: {} })).toBe(false);
  });

  it('runs commands of this folder, which are there and may be run', () => {
    const named = commandsOf(spec).flatMap(scriptsIn);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) accessSync(join(commandsFolder, name), constants.X_OK);
  });

  it('says nothing in place of doing it', () => {
    for (const command of commandsOf(spec))
      expect(command).not.toMatch(/\b(echo|printf|true|\|\|)\b/);
  });

  it('keeps a failure: no pipe, no list of alternatives, no background', () => {
    for (const command of commandsOf(spec)) expect(command).not.toMatch(/\|\||[^|]\|[^|]|;|&$/);
  });
});

describe('the document’s stages', () => {
  const order = (name: string) =>
    commandsOf(stages.find((stage) => stage.name === name)?.spec ?? { phases: {} }).flatMap(
      scriptsIn,
    );

  it('are in the document’s order: test, build, scan, push, sign, replicate, then staging', () => {
    expect(
      order('build').filter((name) => !/^(install|source|registry|git|with)/.test(name)),
    ).toEqual([
      'unit-tests.sh',
      'build-image.sh',
      'scan-image.sh',
      'push-image.sh',
      'sign-image.sh',
      'pipeline.sh', // wait-for-replication
      'pin-staging.sh',
      'start-staging.sh',
    ]);
    expect(order('staging').filter((name) => !/^(source|staged|with)/.test(name))).toEqual([
      'staging-cluster.sh',
      'pipeline.sh', // wait-for-staging
      'integration-tests.sh',
      'performance-tests.sh',
      'dast.sh',
      'pipeline.sh', // mark-proved
    ]);
    expect(order('release').at(-1)).toBe('release.sh');
  });

  it('use every script of the folder', () => {
    const texts = [
      ...stages.flatMap(({ spec }) => commandsOf(spec)),
      ...workflows.map((path) => read(join(repository, path))),
      ...scripts.map((name) => read(join(commandsFolder, name)).split('\n').slice(5).join('\n')),
    ];
    const used = new Set(texts.flatMap(scriptsIn));
    expect(scripts.filter((name) => !used.has(name))).toEqual([]);
  });
});

describe.each(scripts)('%s', (name) => {
  const text = read(join(commandsFolder, name));

  it('ends with its first failure, in a pipe as well', () => {
    expect(text.startsWith('#!/usr/bin/env bash\n# ')).toBe(true);
    expect(text).toContain('\nset -euo pipefail\n');
  });

  it('runs only rules, waits and facts that exist', () => {
    const asked = [...text.matchAll(/pipeline\.sh" ([a-z-]+)(?: --name=([a-z-]+))?/g)];
    for (const [, command = '', fact] of asked) {
      expect(Object.keys(commands)).toContain(command);
      if (fact !== undefined) expect(Object.keys(facts)).toContain(fact);
    }
  });

  it('names no region and no account', () => {
    expect(text).not.toMatch(/\b[a-z]{2}-[a-z]+-\d\b|\b\d{12}\b/);
  });
});
