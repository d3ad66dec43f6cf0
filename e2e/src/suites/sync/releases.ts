import type { Manifest } from '@bizflow/config';
import { stringify } from 'yaml';
import { E2eError } from '../../harness/e2e-error.ts';
import { type Metrics, metricsServer } from '../canary/metrics.ts';
import { withoutDatabase } from '../canary/outage.ts';
import { quickened } from '../canary/quickened.ts';
import { aborted, atGate, healthy, weightsIn } from '../canary/rollout.ts';
import { digestOf, subject, withDigest } from '../canary/subject.ts';
import { sharesDuring } from '../canary/weights.ts';
import type { Said } from './applications.ts';
import { allSettled } from './settled.ts';
import { refresh, type Scenario, type Stage, says } from './stage.ts';

interface Released {
  readonly stage: Stage;
  readonly application: string;
  readonly rollout: Manifest;
  readonly path: string;
  readonly ingress: Manifest;
  readonly metrics: Metrics;
}

const looks = (sync: string, health: string) => (said: Said) =>
  said.sync === sync && said.health === health;

// In seconds. Nothing here is measured, and a busy machine may take its time.
const LONG = 1800;

/** Waits for what Argo CD says of the release, and prints it. */
async function tells(
  { stage, application }: Released,
  when: string,
  fits: (said: Said) => boolean,
): Promise<void> {
  const { sync, health, phase } = await says(stage, application, when, fits);
  console.log(`      ${application} ${when}: ${sync}, ${health}, last operation ${phase}`);
}

/** Pushes a version, and says what Argo CD says of it until it has come to its end. */
async function release(
  released: Released,
  version: number,
  errors: number,
  end: { readonly health: string; fits: Parameters<ReturnType<typeof subject>['is']>[2] },
): Promise<{ readonly commit: string; readonly shares: readonly number[] }> {
  const { stage, application, rollout, path, ingress, metrics } = released;
  const one = subject(stage.plane.api, rollout);
  const before = await one.is('is healthy before a release', LONG, healthy);
  const { result, shares } = await sharesDuring(one, ingress, before, async () => {
    metrics.tell({ requests: 1000, errors });
    const text = stringify(withDigest(rollout, digestOf(version)));
    const commit = stage.git.push(`Release ${version}`, { [path]: text });
    await refresh(stage, [application]);
    await one.is('reaches its gate', LONG, atGate);
    await tells(released, 'at its gate', looks('Synced', 'Suspended'));
    await one.resume();
    await one.is(`is ${end.health} at its end`, LONG, end.fits);
    await tells(released, 'at its end', looks('Synced', end.health));
    return commit;
  });
  return { commit: result, shares };
}

async function played(released: Released): Promise<readonly string[]> {
  const { stage, application, rollout } = released;
  const problems = (what: string, shares: readonly number[], wanted: readonly number[]) =>
    shares.join() === wanted.join() ? [] : [`${what} got ${shares.join(', ')} % of the traffic`];
  const weights = weightsIn(rollout);
  const good = await release(released, 1, 0, { health: 'Healthy', fits: healthy });
  const bad = await release(released, 2, 500, { health: 'Degraded', fits: aborted });
  stage.git.revert(bad.commit);
  await refresh(stage, [application]);
  await tells(released, 'after the revert', looks('Synced', 'Healthy'));
  await withoutDatabase(stage.plane.api, rollout.metadata.namespace ?? '', async () => {
    const commit = stage.git.revert(good.commit);
    await refresh(stage, [application]);
    await says(
      stage,
      application,
      'is back at the version before, without its database',
      (one) => one.revision === commit && looks('Synced', 'Healthy')(one),
    );
    await subject(stage.plane.api, rollout).is('is back as well', LONG, healthy);
  });
  return [
    ...problems('a sound release', good.shares, [0, ...weights, 100]),
    ...problems('one that fails', bad.shares, [0, ...weights.slice(0, 1), 0]),
    ...(await allSettled(stage.plane.api, stage.folder)),
  ];
}

/** A release through Git, with its pauses shortened and its metrics played: the one change to what is rendered. */
export const releases: Scenario = {
  sentence:
    'a release through Git is Suspended at its gate, goes through every weight to Healthy; one that fails is Degraded, and its revert Healthy; with its database away a revert is taken all the same',
  play: async (stage) => {
    const metrics = await metricsServer();
    try {
      return await played(await quickly(stage, metrics));
    } finally {
      await metrics.stop();
    }
  },
};

async function quickly(stage: Stage, metrics: Metrics): Promise<Released> {
  const { files, id } = stage.folder;
  const api = files.filter(({ path }) => path.startsWith(`gitops/${id}/services/api/`));
  const of = (kind: string) => {
    const found = api.find(({ body }) => body.kind === kind);
    if (found === undefined) throw new E2eError(`the service api of ${id} has no ${kind}`);
    return found;
  };
  const pace = { pauseSeconds: 10, metrics: metrics.address };
  const quick = api
    .map(({ path, body }) => [path, body, quickened(body, pace)] as const)
    .filter(([, body, quicker]) => body !== quicker);
  stage.git.push(
    'Shorter pauses, and metrics that are played',
    Object.fromEntries(quick.map(([path, , quicker]) => [path, stringify(quicker)])),
  );
  await refresh(stage, ['service-api']);
  await says(stage, 'service-api', 'is settled', looks('Synced', 'Healthy'));
  const { path, body } = of('Rollout');
  const rollout = quickened(body, pace);
  return { stage, application: 'service-api', rollout, path, ingress: of('Ingress').body, metrics };
}
