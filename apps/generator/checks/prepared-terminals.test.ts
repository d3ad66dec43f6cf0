import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignedValues } from '@bizflow/config/assigned';
import { wavesTo } from '@bizflow/config/release';
import { committed } from '@bizflow/config/testing';
import { type Moto, motoMissing, startMoto } from '@bizflow/testing/moto';
import { push } from '@bizflow/testing/registry';
import { skips } from '@bizflow/testing/tools';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FactIndex, indexFile, textDigest } from '../src/explain/index-file.ts';
import { imageLock, lockPath, lockText } from '../src/lock.ts';
import { newRegionIn } from '../src/testing/newcomers.ts';
import { type Talk, talk, writtenIn } from './testing/talk.ts';

// Generators whose dry run goes through only when something is there already: an image, a move, a commit, an index.
let workspace: Workspace;
beforeAll(() => {
  workspace = workspaceCopy();
});
afterAll(() => workspace.dispose());

const note = 'NOTE: The "dryRun" flag means no changes were made.';

/** A dry run that goes through, says what it would do, ends with the note, and writes nothing. */
async function dryRun(generator: string, { says, ...own }: Talk, ends = 0) {
  const before = writtenIn(workspace);
  const { code, out } = await talk(workspace, generator, { says, ...own }, '--dry-run');
  expect([code, out]).toEqual([ends, expect.stringMatching(says)]);
  expect(out.trimEnd().split('\n').at(-1)).toContain(note);
  expect(out).not.toMatch(/stacktrace|^\s+at /m);
  expect(writtenIn(workspace)).toEqual(before);
}

const done = async (...args: string[]) => {
  const { code, out } = await workspace.hosted(['generate', ...args]);
  expect([code, out]).toEqual([0, expect.anything()]);
};

it('waf-check says what the edge does with a request, in a dry run too', async () => {
  workspace.restoreFile('login.http', 'POST /login HTTP/1.1\nHost: api.bizflow.app\n\n{}');
  await dryRun('waf-check', {
    answers: ['login.http'],
    says: /=> (ALLOW|BLOCK|CAPTCHA|UNDECIDED)/,
  });
});

it('explain names the facts of a file that its index knows', async () => {
  const file = `facts/catalog/${Object.keys(committed.catalog)[0]}.json`;
  const fact = {
    ...{ path: 'example.name', file: 'packages/config/src/an-example.ts', line: 7, value: 'A' },
    ...{ decides: { 0: [0] }, adds: [], through: [] },
  };
  // Of no sources, so that it is current; to make the real one takes minutes.
  const index: FactIndex = {
    ...{ sources: [], digest: hash('sha256', ''), places: ['0:'], functions: [], facts: [fact] },
    files: [[file, textDigest(readFileSync(join(workspace.root, file), 'utf8'))]],
  };
  workspace.restoreFile(indexFile, JSON.stringify(index));
  await dryRun('explain', { options: [file], says: /an-example\.ts:7 {2}example\.name = "A"/ });
});

describe.skipIf(skips('moto', 'pin-images in a terminal', motoMissing()))('pin-images', () => {
  const account = assignedValues.accounts.delivery.value;
  const keys = { AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' };
  const [home = ''] = wavesTo(committed, 'production').at(-1) ?? [];
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto(account);
    for (const [name, value] of Object.entries(keys)) vi.stubEnv(name, value);
    for (const { name } of committed.services) {
      const wanted = { region: home, build: 'x', tag: 'v1.4.2', findings: {}, status: 'COMPLETE' };
      const platforms = { repository: `bizflow/${name}`, architectures: ['arm64', 'amd64'] };
      await push(moto.endpoint, account, { ...wanted, ...platforms });
    }
    vi.unstubAllEnvs();
  });
  afterAll(() => moto.stop());

  it('asks the registry for each digest, and says which file it would write', async () => {
    await dryRun('pin-images', {
      answers: ['staging', 'v1.4.2'],
      options: ['--timeoutSeconds=300'],
      env: { ...keys, AWS_ENDPOINT_URL: moto.endpoint },
      says: new RegExp(`${home} +bizflow/\\S+:v1\\.4\\.2[\\s\\S]*UPDATE ${lockPath}`),
    });
  });
});

it('promote says which wave gets the image', async () => {
  const file = join(workspace.root, lockPath);
  const before = readFileSync(file, 'utf8');
  const { images, ...rest } = imageLock({ read: () => before as never });
  const api = {
    ...{ tag: '1.4.2', digest: `sha256:${'a'.repeat(64)}` as const, placeholder: false },
    ...{ architectures: ['amd64', 'arm64'], pushedAt: '2026-01-02T03:04:05.000Z' },
  };
  const staging = { ...images.staging, api };
  writeFileSync(file, lockText({ ...rest, images: { ...images, staging } }));
  const [first = []] = wavesTo(committed, 'production');
  await dryRun('promote', {
    answers: ['api', 'staging', 'production'],
    says: new RegExp(`wave 1 of \\d+: api 1\\.4\\.2 for ${first.join(', ')}`),
  });
  writeFileSync(file, before);
});

describe('a region without people, and a commit', () => {
  const { id, name, country, octet } = newRegionIn(committed);
  const git = (...args: string[]) => {
    const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    const { status, stderr } = spawnSync('git', [...who, ...args], {
      cwd: workspace.root,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, expect.anything()]);
  };
  const commit = (message: string) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  beforeAll(async () => {
    const place = [`--name=${name}`, `--country=${country}`, '--serves=', `--octet=${octet}`];
    await done('@bizflow/generator:region', id, ...place);
    await done('@bizflow/generator:render');
    git('init', '--quiet', '--initial-branch=main');
    commit('a region without people');
  });

  it('retire-region shows what goes, and which file it would write', async () => {
    await dryRun('retire-region', {
      answers: [id],
      says: new RegExp(`retire-${id}: [\\s\\S]*CREATE \\S+retire-${id}\\.ts`),
    });
  });

  it('plan says that nothing changes, or what does', async () => {
    await dryRun('plan', { says: /nothing that is rendered changes/ });
    await done('@bizflow/generator:retire-region', id);
    await dryRun('plan', { says: new RegExp(id) }, 2);
  });

  it('next-step warns of a step that is not rendered, and lists what it waits for', async () => {
    const waits = new RegExp(`retire-${id} is at drain, and waits for[\\s\\S]* \\(`);
    await dryRun('next-step', { says: /this step is not rendered yet/ });
    await done('@bizflow/generator:render');
    commit('it goes');
    await dryRun('next-step', { says: waits });
  });

  it('next-step says which file would have what was confirmed', async () => {
    const { out } = await talk(workspace, 'next-step', { says: /./ });
    const [, wait = '', by = ''] = /^ {2}(\S+) \(([\w-]+)\): /m.exec(out) ?? [];
    const options = [`--confirm=${wait}`, `--by=${by}`, '--evidence=OPS-1'];
    await dryRun('next-step', { options, says: new RegExp(`UPDATE \\S+retire-${id}\\.ts`) });
  });
});
