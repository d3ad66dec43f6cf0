import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { followed, loner } from '@bizflow/config/testing';
import { sharedWorkspace } from '@bizflow/testing/shared-workspace';
import type { Workspace } from '@bizflow/testing/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Proved } from './prove.ts';
import { proofLines } from './report.ts';

const command = ['generate', '@bizflow/generator:prove'];
const root = 'terraform/environments/production/global/global.tf.json';

let workspace: Workspace;
beforeAll(() => {
  workspace = sharedWorkspace();
});
afterAll(() => workspace.dispose());

describe('the prove generator', () => {
  it('prints each proof with its witness, and exits with 0', async () => {
    const { code, out } = await workspace.hosted(command);
    for (const proof of ['inputs', 'names', 'residency', 'packets', 'permissions', 'dns', 'cost']) {
      expect(out).toMatch(new RegExp(`^holds {3}${proof}: .+\n {10}\\S`, 'm'));
    }
    const holding = out.match(/^holds /gm)?.length ?? 0;
    expect(holding).toBeGreaterThan(6);
    expect(out).toContain(`prove: ${holding} proofs hold, 0 failed`);
    expect(code).toBe(0);
  });

  it('names the file and the line of a module that cannot be read', async () => {
    const path = 'terraform/modules/vpc/main.tf';
    const text = readFileSync(join(workspace.root, path), 'utf8');
    workspace.restoreFile(path, `${text}\nlocals {\n  broken = [1\n}\n`);
    const { code, out } = await workspace.hosted(command);
    workspace.restoreFile(path, text);
    const line = text.split('\n').length + 3;
    expect([code, out]).toEqual([
      1,
      expect.stringContaining(`TERRAFORM_UNREADABLE  ${path}:${line} = a syntax error`),
    ]);
    expect(out).toContain('Missing item separator');
    expect(out).not.toMatch(/stacktrace|^\s+at /m);
  });
});

describe('a fleet in which a region falls back to another one', () => {
  let printed: Awaited<ReturnType<Workspace['hosted']>>;
  beforeAll(async () => {
    const text = readFileSync(join(workspace.root, root), 'utf8');
    const content = JSON.parse(text);
    const { steering } = content.module.global.routing;
    steering[`${loner.id}.home.bizflow.app`].secondary = `${followed.id}.home.bizflow.app`;
    workspace.restoreFile(root, JSON.stringify(content));
    printed = await workspace.hosted([...command, '--json']);
    workspace.restoreFile(root, text);
  });
  const result = (): Proved =>
    JSON.parse(printed.out.split('\n').find((line) => line.startsWith('{')) ?? '');

  it('fails one proof, in one line for programs and by the exit code', () => {
    expect(printed.code).toBe(1);
    const failed = result().proofs.filter(({ holds }) => !holds);
    expect(failed).toMatchObject([{ proof: 'dns' }]);
    expect(failed[0]).toHaveProperty(['counterExamples', 0, 'code'], 'ANSWER_ABROAD');
  });

  it('is told by a counter-example in words, with what to do', () => {
    const out = proofLines(result()).join('\n');
    expect(out).toContain('FAILED  dns: every country gets an address that may hold its data');
    // The first of those whom the region answers, by name or with their continent.
    expect(out).toMatch(/^ANSWER_ABROAD {2}production api\.bizflow\.app asked from [A-Z]{2} = /m);
    expect(out).toContain(`with ${loner.id} down, Route 53 answers so`);
    // The files were changed, and the facts were not.
    expect(out).toContain(`FILES_DIFFER  ${root} = 1`);
    expect(out).toContain('-> look at the routing of terraform/environments/production/global');
    const holding = out.match(/^holds /gm)?.length ?? 0;
    expect(out).toContain(`prove: ${holding} proofs hold, 1 failed`);
  });
});
