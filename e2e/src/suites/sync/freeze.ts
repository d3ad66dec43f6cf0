import type { Manifest } from '@bizflow/config';
import { stringify } from 'yaml';
import { patiently } from './patience.ts';
import { allSettled } from './settled.ts';
import { fileOf, refresh, type Scenario, type Stage, says, syncByHand } from './stage.ts';

interface Project extends Manifest {
  readonly spec: { readonly syncWindows?: readonly object[] };
}

const service = 'service-api';

/** A freeze as it is rendered, but now. */
async function freezeNow(stage: Stage): Promise<string> {
  const { path, body } = fileOf(stage, 'bootstrap/appproject-workloads.yaml');
  const { spec } = body as Project;
  const now = { schedule: '* * * * *', duration: '1h' };
  const syncWindows = spec.syncWindows?.map((window) => ({ ...window, ...now }));
  const commit = stage.git.push(
    'A freeze',
    new Map([[path, stringify({ ...body, spec: { ...spec, syncWindows } })]]),
  );
  await refresh(stage, ['root']);
  await patiently(stage.plane.api, 'the freeze is there', async () =>
    JSON.stringify((await stage.plane.api.read(body))?.spec).includes(now.schedule),
  );
  return commit;
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
    'a sync that is under way when a freeze begins comes to its end; none begins by itself, and one by hand does',
  play: async (stage) => {
    const { git, plane, folder } = stage;
    const [object, next] = [slow('bizflow-api'), after('bizflow-api')];
    const home = `gitops/${folder.id}/services/api`;
    const [path, other] = [`${home}/service-waits.yaml`, `${home}/configmap-waits.yaml`];
    const started = git.push(
      'Something slow',
      new Map([
        [path, stringify(object)],
        [other, stringify(next)],
      ]),
    );
    await refresh(stage, [service]);
    await says(stage, service, 'waits', ({ phase, message }) => waitsFor(phase, message));
    const frozen = await freezeNow(stage);
    const ingress = [{ ip: '192.0.2.1' }];
    await plane.api.merge(object, { status: { loadBalancer: { ingress } } }, 'status');
    await says(stage, service, 'ends its sync', ended(started));
    const later = git.push(
      'Without it',
      new Map([
        [path, null],
        [other, null],
      ]),
    );
    await refresh(stage, [service]);
    const held = await says(stage, service, 'is out of sync', ({ sync }) => sync === 'OutOfSync');
    await syncByHand(stage, service);
    await says(stage, service, 'is synced by hand', ended(later));
    git.revert(frozen);
    await refresh(stage, ['root']);
    return [
      ...(held.revision === started ? [] : ['it was synced by itself in the freeze']),
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
