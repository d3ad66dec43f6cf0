import type { Manifest } from '@bizflow/config';
import { ApiException, CoreV1Api } from '@kubernetes/client-node';
import type { Api, Live } from '../../harness/api.ts';
import { until } from '../../harness/until.ts';

/** How a drain went. */
export interface Drain {
  /** Evictions that a budget put off. */
  readonly putOff: number;
  /** The fewest pods that were ready at any moment. */
  readonly fewestReady: number;
}

export const isReady = ({ metadata, status }: Live): boolean =>
  metadata.deletionTimestamp === undefined &&
  (status?.conditions ?? []).some(
    ({ type, status }: { type: string; status: string }) => type === 'Ready' && status === 'True',
  );

/** Empties a node of the pods of a namespace, as `kubectl drain` does: by evictions, again and again. */
export async function drain(api: Api, node: Manifest, namespace: string): Promise<Drain> {
  const core = api.config.makeApiClient(CoreV1Api);
  await api.merge(node, { spec: { unschedulable: true } });
  let putOff = 0;
  let fewestReady = Number.POSITIVE_INFINITY;
  await until(`${node.metadata.name} is empty`, 120, async () => {
    const pods = await api.list('v1', 'Pod', namespace);
    fewestReady = Math.min(fewestReady, pods.filter(isReady).length);
    const here = pods.filter(({ spec }) => spec.nodeName === node.metadata.name);
    for (const { metadata } of here) {
      if (
        metadata.deletionTimestamp === undefined &&
        !(await evict(core, metadata.name, namespace))
      ) {
        putOff += 1;
      }
    }
    return here.length === 0;
  });
  return { putOff, fewestReady };
}

/** Whether the pod may go; 429 is the budget's "not now". */
async function evict(core: CoreV1Api, name: string, namespace: string): Promise<boolean> {
  const body = { metadata: { name, namespace } };
  try {
    await core.createNamespacedPodEviction({ name, namespace, body });
    return true;
  } catch (error) {
    if (error instanceof ApiException && error.code === 429) return false;
    throw error;
  }
}
