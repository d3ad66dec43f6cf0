import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atHome, committed, usual } from '@bizflow/config/testing';
import { skips } from '@bizflow/testing/tools';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { runbookFiles, runbooks } from './files.ts';
import type { Runbook } from './runbook.ts';
import { quoted } from './shell.ts';

const all = runbooks(committed);
const files = runbookFiles(committed);
const scripts = files.filter(({ path }) => path.endsWith('.sh'));
const folder = mkdtempSync(join(tmpdir(), 'bizflow-runbooks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const named = (region: string, loss: string, among = all): Runbook => {
  const found = among.find(
    ({ cluster, loss: own }) => cluster.region.id === region && own === loss,
  );
  if (found === undefined) throw new Error(`no runbook for ${loss} of ${region}`);
  return found;
};

/** Runs a script in an empty folder, with no command but the shell's own and coreutils in reach. */
const sh = (body: string, ...args: readonly string[]) => {
  const file = join(folder, 'script.sh');
  writeFileSync(file, body);
  return spawnSync('sh', [file, ...args], { cwd: folder, encoding: 'utf8', input: '' });
};

const noShellcheck = skips(
  'shellcheck',
  'the scripts of the runbooks',
  spawnSync('shellcheck', ['--version']).error?.message,
);

describe('every script', () => {
  it.each(scripts)('$path prints each step in a dry run, reaching nothing', ({ path, body }) => {
    const { status, stdout, stderr } = sh(body, '--incident', 'INC-1', '--dry-run');
    const [, , region = '', file = ''] = path.split('/');
    const { steps } = named(region, file.replace('.sh', ''));
    expect([status, stderr]).toEqual([0, '']);
    steps.forEach(({ title }, index) => {
      expect(stdout).toContain(`  ${index + 1}. ${title}\n`);
    });
    expect(stdout.match(/Z {2}\d+\. /g)).toHaveLength(steps.length);
  });

  it.each(['', '../x', 'a b', '$(id)'])('refuses the incident name %j and does nothing', (name) => {
    const { status, stdout, stderr } = sh(scripts[0]?.body ?? '', '--incident', name);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--incident must be a name of letters, digits and dashes');
  });

  it.skipIf(noShellcheck)('is clean by shellcheck', () => {
    for (const { path, body } of scripts) {
      const { stdout } = spawnSync('shellcheck', ['-'], { input: body, encoding: 'utf8' });
      expect([path, stdout]).toEqual([path, '']);
    }
  });
});

describe('what the runbooks say', () => {
  it.each(atHome)('has no recovery step when $id is lost: there is no copy', ({ id }) => {
    const { steps, truth, decisions } = named(id, 'region');
    expect(truth).toContain('No copy across the border');
    expect(truth).toContain('RPO not met');
    expect(decisions.length).toBeGreaterThan(0);
    const acts = steps.flatMap(({ commands }) =>
      commands.flatMap((text) => text.match(/aws \w+ [\w-]+/g) ?? []),
    );
    expect(acts).toEqual(['aws sns publish', 'aws sns get-topic-attributes']);
  });

  it('says that the data of a standby is safe, because another region is its writer', () => {
    const copies = Object.values(usual.catalog).filter(
      ({ database }) => database.role !== 'writer',
    );
    expect(copies.length).toBeGreaterThan(0);
    for (const { id, database } of copies) {
      const { truth, objective } = named(id, 'region', runbooks(usual));
      expect(truth).toContain(`The data is safe: ${database.writer} is the writer`);
      expect(objective).toBeNull();
    }
  });

  it('notifies through a region that is still available', () => {
    for (const { loss, cluster, steps } of all) {
      const [, region] = /arn:aws:sns:([^:]+):/.exec(steps.at(-1)?.commands[0] ?? '') ?? [];
      expect(region).toBeDefined();
      if (loss === 'region') expect(region).not.toBe(cluster.region.id);
    }
  });

  it('looks whether a step is done before it does it, so that a second run changes nothing', () => {
    for (const { body } of scripts) {
      const commands = body.match(/^( *)(run|talk) .*/gm) ?? [];
      expect(commands.every((line) => line.startsWith(' '))).toBe(true);
    }
  });
});

it('no query filters what a filter gives but behind a pipe or a flattening: JMESPath would look at lists', () => {
  const queries = files.flatMap(({ body }) => body.match(/--query .*/g) ?? []);
  expect(queries.length).toBeGreaterThan(0);
  const twice = /\[\?[^\]]*\][^|[\]]*\[\?/;
  expect(queries.filter((query) => twice.test(query))).toEqual([]);
  expect("A[?b == 'c'].D[?e == 'f'].G").toMatch(twice);
});

describe('quoting', () => {
  it('gives the shell exactly the same text, for any text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a\'"$`\\ \n*!~#;&|<>(){}[]?=é') });
    fc.assert(
      fc.property(text, (value) => {
        const { stdout } = spawnSync('sh', ['-c', `printf %s ${quoted(value)}`], {
          encoding: 'utf8',
        });
        expect(stdout).toBe(value);
      }),
      { numRuns: 60 },
    );
  });
});
