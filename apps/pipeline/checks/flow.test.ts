import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImageLock } from '@bizflow/config';
import { assignedValues } from '@bizflow/config/assigned';
import { delivery } from '@bizflow/config/delivery';
import { wavesTo } from '@bizflow/config/release';
import { committed } from '@bizflow/config/testing';
import { type Moto, motoMissing, startMoto } from '@bizflow/testing/moto';
import { push } from '@bizflow/testing/registry';
import { skips } from '@bizflow/testing/tools';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/testing/command.ts';
import { json, type Server, serve } from '../src/testing/server.ts';

const noMoto = skips('moto', 'the way from a push to a pull request', motoMissing());

const account = assignedValues.accounts.delivery.value;
const waves = wavesTo(committed, 'production');
const tag = '1.4.2-0123456789ab';

describe.skipIf(noMoto)('from a pushed image to the pull request for production', () => {
  let workspace: Workspace;
  let origin: string;
  let moto: Moto;
  let github: Server;
  let digest: string;

  const git = (...args: string[]) => {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
    const { status, stdout, stderr } = spawnSync('git', [...who, ...args], {
      cwd: workspace.root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  const command = (name: string, ...args: string[]) =>
    run(join(workspace.root, 'apps/pipeline/commands', name), args, {
      cwd: workspace.root,
      env: {
        ...{ SERVICE: 'api', GITHUB_TOKEN: 'ghs_0', GITHUB_API_URL: github.url, CI: 'true' },
        ...{ NX_DAEMON: 'false', SCAN_MINUTES: '0', SCAN_PAUSE: '0.1' },
        ...{
          AWS_ACCESS_KEY_ID: 'testing',
          AWS_SECRET_ACCESS_KEY: 'testing',
          AWS_ENDPOINT_URL: moto.endpoint,
        },
      },
    });
  const lockOf = (ref: string): ImageLock => {
    git('fetch', '--quiet', 'origin', `+refs/heads/${ref}:refs/remotes/origin/${ref}`);
    return JSON.parse(git('show', `origin/${ref}:images.lock.json`));
  };

  beforeAll(async () => {
    workspace = workspaceCopy();
    origin = mkdtempSync(join(tmpdir(), 'origin-'));
    spawnSync('git', ['init', '--quiet', '--bare', origin]);
    git('init', '--quiet', '--initial-branch=main');
    git('remote', 'add', 'origin', origin);
    git('add', '.');
    git('commit', '--quiet', '-m', 'a');
    git('push', '--quiet', 'origin', 'main', 'main:develop');
    moto = await startMoto(account);
    github = await serve((_, response) =>
      json(response, 201, { html_url: 'https://github.com/bizflow/platform/pull/7' }),
    );
    const saved = { ...process.env };
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' });
    const wanted = {
      region: delivery.region,
      repository: 'bizflow/api',
      build: 'x',
      status: 'COMPLETE',
    };
    const architectures = [...delivery.architectures];
    digest = await push(moto.endpoint, account, {
      ...wanted,
      tag,
      architectures,
      findings: { LOW: 1 },
    });
    await push(moto.endpoint, account, {
      ...wanted,
      tag: '2.0.0-0',
      build: 'y',
      architectures,
      findings: { CRITICAL: 1 },
    });
    await push(moto.endpoint, account, {
      ...wanted,
      tag: '2.0.1-0',
      build: 'z',
      architectures,
      findings: null,
    });
    process.env = saved;
    expect((await command('git-identity.sh')).code).toBe(0);
  });
  afterAll(async () => {
    await github.stop();
    await moto.stop();
    workspace.dispose();
    rmSync(origin, { recursive: true });
  });

  it.each([
    ['has findings', '2.0.0-0', 'IMAGE_FINDINGS'],
    ['is not scanned in time', '2.0.1-0', 'IMAGE_NOT_SCANNED'],
    ['is not there', '9.9.9-0', 'IMAGE_MISSING'],
  ])('pins nothing for staging when the image %s', async (_, bad, expected) => {
    const { code, out } = await command('pin-staging.sh', bad);
    expect([code, out]).toEqual([1, expect.stringContaining(expected)]);
    expect(lockOf('develop').images.staging.api?.placeholder).toBe(true);
  });

  it('pins for staging what may run there, as one commit on develop', async () => {
    const { code, out } = await command('pin-staging.sh', tag);
    expect([code, out]).toEqual([0, expect.stringContaining('render: 1 written')]);
    expect(lockOf('develop').images.staging.api).toMatchObject({ tag, digest });
    expect(lockOf('main').images.staging.api?.placeholder).toBe(true);
    expect((await command('staged-digest.sh', tag)).out).toBe(`${digest}\n`);
    expect((await command('staged-digest.sh', '9.9.9-0')).code).toBe(1);
    const again = await command('pin-staging.sh', tag);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('already')]);
  });

  it('requests no production release before the image has passed staging', async () => {
    const { code, out } = await command('release.sh', tag);
    expect([code, out]).toEqual([1, expect.stringContaining('IMAGE_UNPROVED')]);
    const other = await command('release.sh', '1.4.2-ba9876543210');
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('push develop first')]);
    expect(github.requests).toEqual([]);
  });

  it('requests the first wave, with nothing else from develop', async () => {
    git('checkout', '--quiet', '-B', 'develop', 'origin/develop');
    spawnSync('touch', [join(workspace.root, 'unproved.txt')]);
    git('add', '.');
    git('commit', '--quiet', '-m', 'something else');
    git('push', '--quiet', 'origin', 'develop');
    expect(
      (
        await command(
          'pipeline.sh',
          'mark-proved',
          '--service=api',
          `--tag=${tag}`,
          `--digest=${digest}`,
        )
      ).code,
    ).toBe(0);
    const { code, out } = await command('release.sh', tag);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('https://github.com/bizflow/platform/pull/7'),
    ]);
    const branch = `promote/api-${tag}-wave-1`;
    expect(JSON.parse(github.requests[0]?.body ?? '')).toMatchObject({
      head: branch,
      base: 'main',
    });
    expect(lockOf(branch).images.production.api).toMatchObject({
      next: { digest, regions: waves[0] },
    });
    const changed = git('diff', '--name-only', 'origin/main', `origin/${branch}`).split('\n');
    expect(changed.filter((path) => path.startsWith('gitops/production/'))).toEqual(
      waves[0]?.map((region) => `gitops/production/${region}/services/api/rollout-api.yaml`),
    );
    expect(changed).not.toContain('unproved.txt');
    expect(lockOf('main').images.production.api?.next).toBeUndefined();
  });

  it('requests the next wave when the last one is merged', async () => {
    git('push', '--quiet', 'origin', `origin/promote/api-${tag}-wave-1:refs/heads/main`);
    git('fetch', '--quiet', 'origin', 'main');
    git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
    const { code, out } = await command('promote.sh');
    expect([code, out]).toEqual([0, expect.stringContaining(`wave 2 of ${waves.length}`)]);
    const next = lockOf(`promote/api-${tag}-wave-2`).images.production.api?.next;
    expect(next?.regions).toEqual(waves.slice(0, 2).flat());
  });
});
