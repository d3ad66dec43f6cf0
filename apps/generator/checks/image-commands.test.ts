import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageLock } from '@bizflow/config';
import { assignedValues } from '@bizflow/config/assigned';
import { wavesTo } from '@bizflow/config/release';
import { committed } from '@bizflow/config/testing';
import { type Moto, motoMissing, startMoto } from '@bizflow/testing/moto';
import { noListener } from '@bizflow/testing/no-listener';
import { push } from '@bizflow/testing/registry';
import { sharedWorkspace } from '@bizflow/testing/shared-workspace';
import { snapshot } from '@bizflow/testing/snapshot';
import { skips } from '@bizflow/testing/tools';
import type { Workspace } from '@bizflow/testing/workspace';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { imageLock, lockPath, lockText } from '../src/lock.ts';

const render = ['generate', '@bizflow/generator:render'];
const pin = [
  ...['generate', '@bizflow/generator:pin-images'],
  // A machine that has no time may let a request wait for longer than people would.
  ...['--no-interactive', '--timeoutSeconds=300'],
];
const promote = ['generate', '@bizflow/generator:promote', '--no-interactive', '--service=api'];
const account = assignedValues.accounts.delivery.value;
const [home = ''] = wavesTo(committed, 'production').at(-1) ?? [];

let workspace: Workspace;

const file = () => join(workspace.root, lockPath);
const lock = (): ImageLock => imageLock({ read: () => readFileSync(file(), 'utf8') as never });

beforeAll(() => {
  workspace = sharedWorkspace();
});
afterAll(() => workspace.dispose());

const noMoto = skips('moto', 'pin-images as a command', motoMissing());

describe.skipIf(noMoto)('pin-images', () => {
  let moto: Moto;
  const keys = { AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' };

  beforeAll(async () => {
    moto = await startMoto(account);
    for (const [name, value] of Object.entries(keys)) vi.stubEnv(name, value);
    const wanted = { region: home, build: 'x', tag: '1.4.2', findings: {}, status: 'COMPLETE' };
    const architectures = ['arm64', 'amd64'];
    await push(moto.endpoint, account, { ...wanted, repository: 'bizflow/api', architectures });
    vi.unstubAllEnvs();
  });
  afterAll(() => moto.stop());

  it('writes a lock that renders, in the bytes that the formatter wants', async () => {
    const before = readFileSync(file(), 'utf8');
    const command = [...pin, '--environment=staging', '--service=api', '--tag=1.4.2'];
    const { code, out } = workspace.nx(command, {
      env: { ...keys, AWS_ENDPOINT_URL: moto.endpoint },
    });
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`${home.padEnd(15)} bizflow/api:1.4.2`),
    ]);
    expect(out).toContain(`UPDATE ${lockPath}`);
    expect(lock().images.staging.api).toMatchObject({ tag: '1.4.2', placeholder: false });
    expect(readFileSync(file(), 'utf8')).toBe(lockText(lock()));
    const rendered = await workspace.hosted(render);
    expect([rendered.code, rendered.out]).toEqual([
      0,
      expect.stringContaining('render: 1 written'),
    ]);
    writeFileSync(file(), before);
  });
});

describe('a command that is refused', () => {
  it('says all that is wrong without a stack trace, exits with 1, and keeps the lock', async () => {
    const before = readFileSync(file(), 'utf8');
    const { code, out } = await workspace.hosted(
      [...pin, '--environment=production', '--tag=1.4.2'],
      {
        ...{ AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' },
        AWS_ENDPOINT_URL_ECR: noListener,
      },
    );
    expect(code).toBe(1);
    const regions = wavesTo(committed, 'production').flat();
    const asked = regions.length * committed.services.length;
    expect(out).toContain(`${asked} problems; nothing was written`);
    expect(out.match(/^ECR_UNREACHABLE {2}/gm)).toHaveLength(asked);
    for (const region of regions) {
      expect(out).toContain(`ECR_UNREACHABLE  ${region} = bizflow/whatsapp-worker:1.4.2`);
    }
    expect(out).not.toMatch(/^\s+at .*[:(]/m);
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });

  it('is refused by Nx itself when Nx takes the tag for a number, so that no other tag is pinned', async () => {
    const { code, out } = await workspace.hosted([...pin, '--environment=staging', '--tag=1.10']);
    expect([code, out]).toEqual([1, expect.stringContaining("'1.1' should be a 'string'")]);
  });

  it('names what is missing where no terminal can ask', async () => {
    const { code, out } = await workspace.hosted([...pin, '--environment=staging']);
    expect([code, out]).toEqual([1, expect.stringContaining('OPTION_MISSING  --tag')]);
  });
});

describe('promote', () => {
  const both = ['--from=staging', '--to=production'];

  it('refuses the placeholder of the first lock', async () => {
    const before = readFileSync(file(), 'utf8');
    const { code, out } = await workspace.hosted([...promote, ...both]);
    expect(code).toBe(1);
    expect(out).toContain('PROMOTION_EXAMPLE  images.lock.json/images/staging/api');
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });

  it('moves the first wave, so that a render changes one Rollout for each of its regions', async () => {
    const committedLock = readFileSync(file(), 'utf8');
    onTestFinished(async () => {
      writeFileSync(file(), committedLock);
      await workspace.hosted(render);
    });
    const { images, ...rest } = lock();
    const released = {
      ...{ tag: '1.4.2', digest: `sha256:${'a'.repeat(64)}` as const, placeholder: false },
      ...{ architectures: ['amd64', 'arm64'], pushedAt: '2026-01-02T03:04:05.000Z' },
    };
    const staging = { ...images.staging, api: released };
    writeFileSync(file(), lockText({ ...rest, images: { ...images, staging } }));
    expect((await workspace.hosted(render)).code).toBe(0);
    const before = snapshot(workspace.root, 'gitops');
    const { code, out } = await workspace.hosted([...promote, ...both, '--wave=1']);
    const waves = wavesTo(committed, 'production');
    const [first = []] = waves;
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`wave 1 of ${waves.length}: api 1.4.2 for ${first.join(', ')}`),
    ]);
    expect((await workspace.hosted(render)).code).toBe(0);
    const after = snapshot(workspace.root, 'gitops');
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual(
      first.map((region) => `gitops/production/${region}/services/api/rollout-api.yaml`),
    );
    const again = await workspace.hosted([...promote, ...both, '--wave=1']);
    expect([again.code, again.out]).toEqual([1, expect.stringContaining('PROMOTION_WAVE  --wave')]);
  });
});
