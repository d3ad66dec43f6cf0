import type { Manifest } from '@bizflow/config';
import type { Api, Live } from '../../harness/api.ts';
import { until } from '../../harness/until.ts';
import { isReady } from './drain.ts';

/** The service that an object is of. */
export const name = ({ metadata }: Manifest): string => metadata.name;

/** The pods of the service that an autoscaler or a budget is named after. */
export async function podsOf(api: Api, { metadata }: Manifest): Promise<readonly Live[]> {
  const pods = await api.list('v1', 'Pod', metadata.namespace ?? '');
  return pods.filter((pod) => pod.metadata.labels?.['app.kubernetes.io/name'] === metadata.name);
}

/** Waits until as many pods are ready as an autoscaler should want. */
export async function readyPods(api: Api, scaler: Manifest, wanted: number): Promise<void> {
  let seen: unknown;
  const ask = async () => {
    const pods = await podsOf(api, scaler);
    const ready = pods.filter(isReady).length;
    const { conditions, desiredReplicas } = (await api.read(scaler))?.status ?? {};
    seen = {
      ready,
      desiredReplicas,
      conditions,
      pods: pods.map(({ status }) => status.conditions),
    };
    return ready >= wanted && desiredReplicas >= wanted;
  };
  await until(`${name(scaler)} runs ${wanted} pods`, 120, ask, () => seen);
}

/** What a budget says once it has counted all its pods, and all of them are ready. */
export async function budgetOf(api: Api, budget: Manifest): Promise<Record<string, number>> {
  let seen: unknown;
  const ask = async () => {
    const ready = (await podsOf(api, budget)).filter(isReady).length;
    const status: Record<string, number> = (await api.read(budget))?.status ?? {};
    seen = { ready, status };
    return status.currentHealthy === ready && status.expectedPods === ready ? status : undefined;
  };
  return until(`${name(budget)} counts its pods`, 60, ask, () => seen);
}
