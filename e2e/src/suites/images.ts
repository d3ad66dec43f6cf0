import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusters, imageRepository, type Manifest } from '@bizflow/config';
import { assignedValues } from '@bizflow/config/assigned';
import { committed } from '@bizflow/config/testing';
import { lockPath } from '@bizflow/generator';
import { type Moto, motoMissing, startMoto } from '@bizflow/testing/moto';
import { push } from '@bizflow/testing/registry';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';
import { clusterFolders } from '../fleet/folders.ts';
import { play, prelude } from '../fleet/install.ts';
import { production } from '../fleet/live.ts';
import { steps } from '../fleet/waves.ts';
import type { Bench, Suite } from '../suite.ts';
import { podOf, rejectionOf } from './accept/pods.ts';

const account = assignedValues.accounts.delivery.value;
const service = 'api';
const tag = '9.9.9';
const regions: readonly string[] = clusters(committed)
  .filter(({ environment }) => environment.name === 'production')
  .map(({ region }) => region.id);

/** The way of an image: from the registries of all regions into the lock, and to a pod. */
export const images: Suite = {
  name: 'images',
  proves: 'one digest goes from the registry of every region to the pod that runs it',
  missing: () => {
    const why = motoMissing();
    return why === '' ? '' : `moto does not run (${why}): pip install 'moto[server]'`;
  },
  run: async (bench) => {
    const workspace = workspaceCopy();
    const moto = await startMoto(account);
    await pinning(bench, workspace, moto).finally(async () => {
      await moto.stop();
      workspace.dispose();
    });
  },
};

async function pinning(bench: Bench, workspace: Workspace, moto: Moto): Promise<void> {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'e2e', AWS_SECRET_ACCESS_KEY: 'e2e' });
  const [late = '', ...others] = regions.toReversed();
  const lock = () => readFileSync(join(workspace.root, lockPath), 'utf8');
  const before = lock();
  for (const region of others) await pushTo(moto, region, tag);
  // Its repository is there, with another image.
  await pushTo(moto, late, `${tag}-rc.1`);
  const refused = pin(workspace, moto);
  bench.holds(`without the image in ${late}, nothing is pinned`, [
    ...(refused.code === 1 ? [] : [`exit code ${refused.code}`]),
    ...(refused.out.includes(`IMAGE_MISSING  ${late}`) ? [] : [refused.out]),
    ...(lock() === before ? [] : ['the lock changed']),
  ]);
  const digest = await pushTo(moto, late, tag);
  const pinned = pin(workspace, moto);
  const written = lock().includes(digest) ? [] : [pinned.out];
  bench.holds(`with it in all ${regions.length} regions, its digest is pinned`, written);
  const render = workspace.nx(['generate', '@bizflow/generator:render']);
  bench.holds('the lock renders', render.code === 0 ? [] : [render.out]);
  await running(bench, workspace, digest);
}

const pushTo = ({ endpoint }: Moto, region: string, tag: string): Promise<string> =>
  push(endpoint, account, {
    ...{ region, tag, build: tag, repository: imageRepository({ name: service }) },
    ...{ architectures: ['arm64', 'amd64'], findings: {}, status: 'COMPLETE' },
  });

const pin = (workspace: Workspace, { endpoint }: Moto) =>
  workspace.nx(
    [
      ...['generate', '@bizflow/generator:pin-images', '--no-interactive'],
      ...['--environment=production', `--service=${service}`, `--tag=${tag}`],
    ],
    { env: { AWS_ENDPOINT_URL: endpoint } },
  );

const running = (
  { definitions, cluster, holds, count }: Bench,
  { root }: Workspace,
  digest: string,
) =>
  cluster('images', async ({ api }) => {
    const folders = clusterFolders(root).filter(({ id }) => id.startsWith('production/'));
    const rollouts = folders.flatMap(({ id, files }) =>
      files
        .map(({ body }) => body)
        .filter(({ kind, metadata }) => kind === 'Rollout' && metadata.name === service)
        .map((rollout) => ({ region: id.split('/')[1] ?? '', rollout })),
    );
    count(rollouts.length);
    const wrong = rollouts.filter(({ region, rollout }) => !isFrom(rollout, region, digest));
    holds(
      `the Rollouts of ${rollouts.length} regions name it in their own registry`,
      wrong.map(({ region }) => region),
    );
    const home = production(folders);
    await prelude(api, definitions);
    const installed = await play(api, definitions, steps(home));
    const [pod] = installed
      .map(({ object }) => object)
      .filter(({ kind, metadata }) => kind === 'Rollout' && metadata.name === service)
      .map(podOf);
    const rejection = pod && (await rejectionOf(api, pod));
    holds(
      'a pod of it is admitted',
      pod === undefined ? ['there is none'] : rejection ? [rejection.message] : [],
    );
  });

const isFrom = (rollout: Manifest, region: string, digest: string): boolean => {
  const { image } = podOf(rollout).spec.containers[0];
  return image.includes(`.ecr.${region}.`) && image.endsWith(`@${digest}`);
};
