import { ECRClient } from '@aws-sdk/client-ecr';
import { clusters, imagePolicies } from '@bizflow/config';
import { assignedValues } from '@bizflow/config/assigned';
import { committed } from '@bizflow/config/testing';
import { type Moto, motoMissing, startMoto } from '@bizflow/testing/moto';
import { createRepository, type Push, push, pushSingle } from '@bizflow/testing/registry';
import { skips } from '@bizflow/testing/tools';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GeneratorError } from '../error.ts';
import { imageLock, lockPath, lockText } from '../lock.ts';
import { pinImages } from './pin-images.ts';

const account = assignedValues.accounts.delivery.value;
const { lock } = committed;
const before = `${lockText(lock)}\n\n`;
const production = clusters(committed)
  .filter(({ environment }) => environment.name === 'production')
  .map(({ region }) => region.id);
const [home = '', second = ''] = production;
// No test here is about time: moto answers one request after the other, however busy the machine is.
const timeoutSeconds = 300;

const noMoto = skips('moto', 'pin-images against a registry', motoMissing());

let moto: Moto;
let lines: string[];

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'testing');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'testing');
  vi.stubEnv('AWS_SESSION_TOKEN', undefined);
  if (!noMoto) moto = await startMoto(account);
  if (!noMoto) vi.stubEnv('AWS_ENDPOINT_URL_ECR', moto.endpoint);
});
beforeEach(() => {
  lines = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  vi.unstubAllEnvs();
  if (!noMoto) await moto.stop();
});

const sound = {
  repository: 'bizflow/api',
  build: 'one',
  architectures: ['arm64', 'amd64'],
  findings: { LOW: 4, MEDIUM: 2 },
  status: 'COMPLETE',
};

/** Pushes one tag to every region, changed where a test wants it; `null` leaves a region out. */
async function pushed(
  tag: string,
  change: (region: string) => Partial<Push> | null = () => ({}),
): Promise<string> {
  const digests = [];
  for (const region of production) {
    const own = change(region);
    if (own === null) continue;
    // Without its own tag in the build, each test would push the images of another.
    const wanted = { ...sound, build: tag, region, tag, ...own };
    digests.push(await push(moto.endpoint, account, wanted));
  }
  return digests[0] ?? '';
}

const workspace = () => {
  const tree = createTreeWithEmptyWorkspace();
  tree.write(lockPath, before);
  return tree;
};

/** The codes that a pinning is refused with, and that its lock kept every byte. */
async function refusals(tag: string, change = {}): Promise<readonly string[]> {
  const tree = workspace();
  const options = { environment: 'production', service: 'api', tag, timeoutSeconds, ...change };
  const error: unknown = await pinImages(tree, options).catch((thrown: unknown) => thrown);
  expect(tree.read(lockPath, 'utf8')).toBe(before);
  if (!(error instanceof GeneratorError)) throw error;
  return error.problems.map(({ code, at }) => `${code} ${at}`);
}

describe.skipIf(noMoto)('against a registry that answers', () => {
  it('pins the digest that all regions of production have, and prints each of them', async () => {
    const digest = await pushed('1.4.2');
    const tree = workspace();
    const options = { environment: 'production', service: 'api', tag: '1.4.2', timeoutSeconds };
    (await pinImages(tree, options))();
    const written = imageLock(tree);
    const { api, ...others } = written.images.production;
    expect(api).toEqual({
      tag: '1.4.2',
      digest,
      architectures: ['amd64', 'arm64'],
      pushedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      placeholder: false,
    });
    const { api: _, ...untouched } = lock.images.production;
    expect([others, written.images.staging]).toEqual([untouched, lock.images.staging]);
    expect(lines).toHaveLength(production.length + 1);
    for (const region of production) {
      const line = lines.find((text) => text.startsWith(region)) ?? '';
      expect(line).toContain(digest.slice(0, 19));
      expect(line).toContain('arm64 + amd64  complete: 4 LOW, 2 MEDIUM');
    }
  });

  it('pins every service when none is named, each for the architecture of its compute', async () => {
    const { services } = committed;
    for (const { name, compute } of services) {
      const own = { architectures: [compute.architecture], repository: `bizflow/${name}` };
      await pushed('1.5.0', () => own);
    }
    const tree = workspace();
    await pinImages(tree, { environment: 'production', tag: '1.5.0', timeoutSeconds });
    const pinned = imageLock(tree).images.production;
    expect(Object.keys(pinned).toSorted()).toEqual(services.map(({ name }) => name).toSorted());
    const { api, 'whatsapp-worker': worker } = pinned;
    expect([api?.architectures, worker?.architectures]).toEqual([['arm64'], ['amd64']]);
    expect(lines).toHaveLength(services.length * production.length);
  });

  it('asks ECR for staging only where staging runs', async () => {
    const regions: readonly string[] = clusters(committed)
      .filter(({ environment }) => environment.name === 'staging')
      .map(({ region }) => region.id);
    await pushed('1.6.0-rc.1', (region) => (regions.includes(region) ? {} : null));
    const tree = workspace();
    const options = { service: 'api', tag: '1.6.0-rc.1', timeoutSeconds };
    await pinImages(tree, { environment: 'staging', ...options });
    expect(imageLock(tree).images.staging.api?.tag).toBe('1.6.0-rc.1');
    expect(imageLock(tree).images.production).toEqual(lock.images.production);
    expect(lines).toHaveLength(regions.length);
  });

  it('refuses an image that a region lacks', async () => {
    await pushed('2.0.0', (region) => (region === second ? null : {}));
    expect(await refusals('2.0.0')).toEqual([`IMAGE_MISSING ${second}`]);
  });

  it('refuses a tag that means other bits in another region', async () => {
    await pushed('2.1.0', (region) => (region === second ? { build: 'other' } : {}));
    expect(await refusals('2.1.0')).toEqual(['IMAGE_DIGESTS_DIFFER bizflow/api:2.1.0']);
  });

  it('refuses an index without the architecture that the compute needs, and says so once', async () => {
    await pushed('2.2.0', () => ({ architectures: ['amd64'] }));
    expect(await refusals('2.2.0')).toEqual(['IMAGE_ARCHITECTURE bizflow/api:2.2.0']);
    const repository = 'bizflow/whatsapp-worker';
    await pushed('2.2.1', () => ({ architectures: ['arm64'], repository }));
    expect(await refusals('2.2.1', { service: 'whatsapp-worker' })).toEqual([
      `IMAGE_ARCHITECTURE ${repository}:2.2.1`,
    ]);
  });

  it('refuses a single image, which says nothing of other architectures', async () => {
    for (const region of production) {
      const client = new ECRClient({ region, endpoint: moto.endpoint });
      await createRepository(client, 'bizflow/api');
      await pushSingle(
        client,
        { repository: 'bizflow/api', build: 'single', tag: '2.3.0' },
        'arm64',
      );
      client.destroy();
    }
    expect(await refusals('2.3.0-arm64')).toEqual(['IMAGE_ARCHITECTURE bizflow/api:2.3.0-arm64']);
  });

  it('refuses findings above what the environment tolerates, where they are', async () => {
    expect(imagePolicies.production.tolerates).toBe('MEDIUM');
    await pushed('2.4.0', (region) => (region === second ? { findings: { HIGH: 1, LOW: 3 } } : {}));
    expect(await refusals('2.4.0')).toEqual([`IMAGE_FINDINGS ${second}`]);
  });

  it('takes an unrated finding for what the policy says', async () => {
    expect(imagePolicies.production.unrated).toBe('MEDIUM');
    await pushed('2.5.0', () => ({ findings: { UNDEFINED: 3 } }));
    const tree = workspace();
    const options = { environment: 'production', service: 'api', tag: '2.5.0', timeoutSeconds };
    await pinImages(tree, options);
    expect(imageLock(tree).images.production.api?.tag).toBe('2.5.0');
  });

  it('refuses an image that nothing has scanned, or not to the end', async () => {
    await pushed('2.6.0', (region) =>
      region === home ? { findings: null } : region === second ? { status: 'IN_PROGRESS' } : {},
    );
    expect(await refusals('2.6.0')).toEqual([
      `IMAGE_NOT_SCANNED ${home}`,
      `IMAGE_NOT_SCANNED ${second}`,
    ]);
  });

  it('refuses a repository that is not there', async () => {
    const other = await startMoto(account);
    vi.stubEnv('AWS_ENDPOINT_URL_ECR', other.endpoint);
    const codes = await refusals('1.4.2');
    vi.stubEnv('AWS_ENDPOINT_URL_ECR', moto.endpoint);
    await other.stop();
    expect(codes).toEqual(production.map((region) => `ECR_REPOSITORY ${region}`));
  });

  it('says all that is wrong at once', async () => {
    const [, , third = ''] = production;
    await pushed('2.7.0', (region) => {
      if (region === second) return null;
      if (region === third) return { findings: { CRITICAL: 1 }, build: 'other' };
      return { architectures: ['amd64'] };
    });
    const codes = (await refusals('2.7.0')).map((text) => text.split(' ')[0]);
    expect(codes.toSorted()).toEqual([
      'IMAGE_ARCHITECTURE',
      'IMAGE_DIGESTS_DIFFER',
      'IMAGE_FINDINGS',
      'IMAGE_MISSING',
    ]);
  });
});
