import { again } from '../../harness/again.ts';
import { argoRollouts } from '../../harness/components.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import type { Played } from './controllers.ts';

/** Plays controllers as soon as their pods are ready, until it is stopped. */
export function playing(plane: ControlPlane, parts: readonly Played[]) {
  let hasRollouts = false;
  const isReady = async (workload: string) => {
    const [namespace = '', name = ''] = workload.split('/');
    const metadata = { namespace, name };
    const found = await plane.api.read({ apiVersion: 'apps/v1', kind: 'Deployment', metadata });
    return (found?.status?.readyReplicas ?? 0) > 0;
  };
  const playing = again(1000, async () => {
    for (const { workload, step } of parts) {
      // What cannot be written yet, such as behind a webhook that is not up, is tried again.
      if (await isReady(workload)) await step(plane.api).catch(() => {});
    }
    if (!hasRollouts && (await isReady('argo-rollouts/argo-rollouts'))) {
      hasRollouts = true;
      plane.add(argoRollouts);
    }
  });
  return { stop: () => playing.stop().catch(() => {}) };
}
