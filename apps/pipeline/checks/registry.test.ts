import { ECRClient } from '@aws-sdk/client-ecr';
import { type Fleet, imageRepository } from '@bizflow/config';
import { assignedValues } from '@bizflow/config/assigned';
import { delivery, registryRegions } from '@bizflow/config/delivery';
import { committed } from '@bizflow/config/testing';
import { type Moto, motoMissing, startMoto } from '@bizflow/testing/moto';
import { createRepository, push, pushSignature } from '@bizflow/testing/registry';
import { skips } from '@bizflow/testing/tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markProved, proofOf, proofProblems } from '../src/proof.ts';
import { heldAs, type Shelf } from '../src/registry.ts';
import { waitForReplication } from '../src/replication.ts';
import { run } from '../src/testing/command.ts';

const noMoto = skips('moto', 'the pipeline against a registry', motoMissing());

const fleet: Fleet = committed;
const account = assignedValues.accounts.delivery.value;
const regions = registryRegions(fleet);
const others = regions.filter((region) => region !== delivery.region);
const [lagging = ''] = others;
const soon = { seconds: 0.2, everySeconds: 0.05 };
const shelf = (name: string): Shelf => ({
  region: delivery.region,
  account,
  repository: imageRepository({ name }),
});

describe.skipIf(noMoto)('in a real registry', () => {
  let moto: Moto;
  const saved = { ...process.env };

  beforeAll(async () => {
    moto = await startMoto(account);
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'testing',
      AWS_SECRET_ACCESS_KEY: 'testing',
      AWS_ENDPOINT_URL: moto.endpoint,
    });
  });
  afterAll(async () => {
    process.env = saved;
    await moto.stop();
  });

  const unsigned = (region: string, name: string, build = 'x') =>
    push(moto.endpoint, account, {
      ...{ region, tag: '1.4.2', build, repository: imageRepository({ name }) },
      ...{ architectures: ['arm64', 'amd64'], findings: {}, status: 'COMPLETE' },
    });
  const pushed = async (region: string, name: string, build = 'x') => {
    const digest = await unsigned(region, name, build);
    await pushSignature(moto.endpoint, { region, repository: imageRepository({ name }) }, digest);
    return digest;
  };

  const waited = async (name: string, digest: string, polling = soon) =>
    (
      await waitForReplication(
        { home: shelf(name), regions, tag: '1.4.2', digest },
        polling,
        () => undefined,
      )
    ).map(({ code, at }) => `${code} ${at}`);

  it('waits until the last region has the image, and not a moment less', async () => {
    const digest = await pushed(delivery.region, 'late');
    for (const region of others.filter((one) => one !== lagging)) await pushed(region, 'late');
    expect(await waited('late', digest)).toEqual([`REPLICA_MISSING ${lagging}`]);
    const waiting = waited('late', digest, { seconds: 20, everySeconds: 0.1 });
    await pushed(lagging, 'late');
    expect(await waiting).toEqual([]);
  });

  it('takes an index without the images under it for a replica that is on its way', async () => {
    const digest = await pushed(delivery.region, 'half');
    for (const region of others) {
      await pushed(region, 'half', region === lagging ? 'other bits' : 'x');
    }
    expect(await waited('half', digest)).toEqual([`REPLICA_MISSING ${lagging}`]);
  });

  it('takes an image without its signature for a replica that is on its way', async () => {
    const digest = await pushed(delivery.region, 'bare');
    for (const region of others) await (region === lagging ? unsigned : pushed)(region, 'bare');
    expect(await waited('bare', digest)).toEqual([`REPLICA_MISSING ${lagging}`]);
  });

  it('does not wait for the signature of an image that is not signed at home', async () => {
    const digest = await unsigned(delivery.region, 'unsigned');
    expect(await waited('unsigned', digest)).toEqual([`IMAGE_UNSIGNED ${delivery.region}`]);
  });

  it('does not wait for a push that never arrived at home', async () => {
    const client = new ECRClient({ region: delivery.region, endpoint: moto.endpoint });
    await createRepository(client, imageRepository({ name: 'empty' }));
    client.destroy();
    expect(await waited('empty', 'sha256:0')).toEqual([`PUSH_MISSING ${delivery.region}`]);
  });

  it('marks what staging has proved, again without harm, and never another image', async () => {
    const digest = await pushed(delivery.region, 'proved');
    const [problem] = await proofProblems(shelf('proved'), '1.4.2', digest);
    expect(problem).toMatchObject({ code: 'IMAGE_UNPROVED', reason: 'has not passed staging' });
    expect(await markProved(shelf('proved'), '1.4.2', digest)).toEqual([]);
    expect(await markProved(shelf('proved'), '1.4.2', digest)).toEqual([]);
    expect((await heldAs(shelf('proved'), proofOf('1.4.2')))?.digest).toBe(digest);
    expect(await proofProblems(shelf('proved'), '1.4.2', digest)).toEqual([]);
    const other = `sha256:${'a'.repeat(64)}`;
    expect(await proofProblems(shelf('proved'), '1.4.2', other)).toMatchObject([
      { code: 'IMAGE_UNPROVED' },
    ]);
    expect(await markProved(shelf('proved'), '1.4.2', other)).toMatchObject([
      { code: 'IMAGE_UNPROVED' },
    ]);
  });

  it('is a command that names what it waits for, and ends with 1 when time is up', async () => {
    const digest = await pushed(delivery.region, 'api');
    const args = ['wait-for-replication', '--service=api', '--tag=1.4.2', `--digest=${digest}`];
    const late = await run('pipeline.sh', [...args, '--seconds=0.2'], { env: process.env });
    expect([late.code, late.out]).toEqual([
      1,
      expect.stringContaining(`REPLICA_MISSING  ${lagging}`),
    ]);
    for (const region of others) await pushed(region, 'api');
    expect(await run('pipeline.sh', args, { env: process.env })).toEqual({ code: 0, out: '' });
  });
});
