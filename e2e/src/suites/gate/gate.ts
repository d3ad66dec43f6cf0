import type { Manifest } from '@bizflow/config';
import { clusterFolders } from '../../fleet/folders.ts';
import { goLive, production } from '../../fleet/live.ts';
import { E2eError, problemsOf } from '../../harness/e2e-error.ts';
import { redisMissing } from '../../harness/redis.ts';
import { until } from '../../harness/until.ts';
import type { Bench, Suite } from '../../suite.ts';
import { type Metrics, metricsServer } from '../canary/metrics.ts';
import { quickened } from '../canary/quickened.ts';
import { canaryOf, healthy } from '../canary/rollout.ts';
import { subject } from '../canary/subject.ts';
import { known, waits } from './asks.ts';
import { audit, withoutSignOn } from './break-glass.ts';
import { resumed, whileWaiting } from './scenarios.ts';
import { opened } from './stage.ts';
import { passerBy, signedOn } from './visitor.ts';

const differences = [
  'the issuer is on loopback and is in the place of the user pool and IAM Identity Center, and lists groups as a pool does',
  'the addresses of Argo CD, issuer and repository are of loopback, and the browser trusts any certificate',
  "the secret is made of the rendered ExternalSecret, in External Secrets' place",
  'the Application syncs nothing by itself, because the waits of its Rollout are cut short',
];

/** A release that waits, in front of a real Argo CD and a real issuer. */
export const gate: Suite = {
  name: 'gate',
  proves: 'the real Argo CD lets approvers through the gate, and no one else',
  missing: redisMissing,
  tools: ['argo-cd'],
  run: async (bench) => {
    for (const line of differences) console.log(`  played: ${line}`);
    const metrics = await metricsServer();
    await guarded(bench, metrics).finally(() => metrics.stop());
  },
};

const guarded = (bench: Bench, metrics: Metrics): Promise<void> => {
  const trace = audit();
  return bench.cluster(
    'gate',
    async (plane) => {
      const folder = production(clusterFolders());
      const quicken = (object: Manifest) =>
        quickened(object, { pauseSeconds: 5, metrics: metrics.address });
      bench.count((await goLive(plane, bench.definitions, folder, quicken)).length);
      metrics.tell({ requests: 1000, errors: 0 });
      const rollout = routed(folder.files.map(({ body }) => body));
      const stage = await opened(plane, folder, rollout);
      const released = subject(plane.api, quicken(rollout));
      try {
        await released.is('is installed', 120, healthy);
        await up(stage.address);
        await waits(released, 1);
        await known(stage, await signedOn(stage.address, 'approver'));
        for (const { sentence, play } of [...whileWaiting, resumed])
          bench.holds(sentence, await problemsOf(play(stage, released)));
        await waits(released, 2);
        bench.holds(
          'when sign-on is away an administrator of the cluster resumes, and the audit log has who did it',
          await problemsOf(withoutSignOn(stage, released, trace)),
        );
      } finally {
        await stage.issuer.stop();
      }
    },
    trace.flags,
  );
};

const routed = (objects: readonly Manifest[]): Manifest => {
  const found = objects.find(
    (one) => one.kind === 'Rollout' && canaryOf(one).trafficRouting !== undefined,
  );
  if (found === undefined) throw new E2eError('no Rollout has a load balancer');
  return found;
};

const up = (address: string) =>
  until('Argo CD answers', 120, async () => {
    const { status } = await passerBy(address)
      .ask('GET', '/../../healthz')
      .catch(() => ({ status: 0 }));
    return status === 200;
  });
