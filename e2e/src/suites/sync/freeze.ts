import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '@bizflow/config';
import { stringify } from 'yaml';
import { unlikePlan } from './compared.ts';
import { patiently } from './patience.ts';
import { allSettled } from './settled.ts';
import { fileOf, refresh, type Scenario, type Stage, says, syncByHand } from './stage.ts';

interface Window {
  readonly timeZone: string;
}

interface Project extends Manifest {
  readonly spec: { readonly syncWindows?: readonly Window[] };
}

const service = 'service-api';
const minute = 60_000;

/** A freeze as it is rendered, but from the next minute on; it has begun when this returns. */
async function freezeSoon(stage: Stage): Promise<string> {
  const { git, plane } = stage;
  const { path, body } = fileOf(stage, 'bootstrap/appproject-workloads.yaml');
  const { spec } = body as Project;
  const begins = new Date(Math.ceil(Date.now() / minute + 1) * minute);
  const syncWindows = spec.syncWindows?.map((window) => ({
    ...window,
    ...{ schedule: cron(begins, window), duration: '1h' },
  }));
  // The addresses in it are those of the run.
  const { sourceRepos } = (await plane.api.read(body))?.spec ?? {};
  const frozen = { ...body, spec: { ...spec, sourceRepos, syncWindows } };
  const commit = git.push('A freeze', { [path]: stringify(frozen) });
  await refresh(stage, ['root']);
  await patiently(plane.api, 'the freeze is there', async () =>
    JSON.stringify((await plane.api.read(body))?.spec).includes('"1h"'),
  );
  await pause(Math.max(0, begins.getTime() + 2000 - Date.now()));
  return commit;
}

/** When a window begins, in cron's words and its own time zone. */
function cron(at: Date, { timeZone }: Window): string {
  const format = new Intl.DateTimeFormat('en', {
    ...{ timeZone, hourCycle: 'h23', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric' },
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return `${['minute', 'hour', 'day', 'month'].map((name) => parts.get(name as 'minute')).join(' ')} *`;
}

const inWave = (wave: number) => ({ 'argocd.argoproj.io/sync-wave': String(wave) });

// It is healthy once it has an address, which nothing here gives it. A sync waits for it only before another wave.
const slow = (namespace: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'waits', namespace, annotations: inWave(-5) },
  spec: { type: 'LoadBalancer', selector: { name: 'none' }, ports: [{ port: 80 }] },
});

const after = (namespace: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'waits', namespace, annotations: inWave(5) },
});

export const freeze: Scenario = {
  sentence:
    'a sync that is under way when a freeze begins comes to its end; none begins by itself, one by hand does, and what is out of sync meanwhile is what `plan` says',
  play: async (stage) => {
    const { git, plane, folder } = stage;
    const [object, next] = [slow('bizflow-api'), after('bizflow-api')];
    const home = `gitops/${folder.id}/services/api`;
    const [path, other] = [`${home}/service-waits.yaml`, `${home}/configmap-waits.yaml`];
    const slowly = { [path]: stringify(object), [other]: stringify(next) };
    const started = git.push('Something slow', slowly);
    await refresh(stage, [service]);
    await says(stage, service, 'waits', ({ phase, message }) => waitsFor(phase, message));
    const frozen = await freezeSoon(stage);
    const ingress = [{ ip: '192.0.2.1' }];
    await plane.api.merge(object, { status: { loadBalancer: { ingress } } }, 'status');
    await says(stage, service, 'ends its sync', ended(started));
    const later = git.push('Without it', { [path]: null, [other]: null });
    await refresh(stage, [service]);
    const held = await says(stage, service, 'is out of sync', ({ sync }) => sync === 'OutOfSync');
    await syncByHand(stage, service);
    await says(stage, service, 'is synced by hand', ended(later));
    const unlike = await unlikePlan(stage, service, home);
    git.revert(frozen);
    await refresh(stage, ['root']);
    return [
      ...(held.revision === started ? [] : ['it was synced by itself in the freeze']),
      ...unlike,
      ...(await allSettled(plane.api, folder)),
    ];
  },
};

const waitsFor = (phase: string, message: string): boolean =>
  phase === 'Running' && message.includes('Service/waits');

const ended =
  (commit: string) =>
  ({ phase, revision }: { readonly phase: string; readonly revision: string }): boolean =>
    phase === 'Succeeded' && revision === commit;
