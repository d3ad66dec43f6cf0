import { again } from '../../harness/again.ts';
import type { Api } from '../../harness/api.ts';

/**
 * While something is done, no Job of a namespace reaches its database: each of its pods fails as it starts.
 * Nothing that is rendered changes for it.
 */
export async function withoutDatabase<T>(
  api: Api,
  namespace: string,
  work: () => Promise<T>,
): Promise<T> {
  const watching = again(200, async () => {
    const pods = await api.list('v1', 'Pod', namespace);
    for (const pod of pods.filter(isOfJob).filter(({ status }) => !isDone(status))) {
      const failed = { ...pod, apiVersion: 'v1', kind: 'Pod' };
      await api.merge(failed, { status: { phase: 'Failed' } }, 'status').catch(isGone);
    }
  });
  return await work().finally(watching.stop);
}

const isOfJob = ({ metadata }: Awaited<ReturnType<Api['list']>>[number]): boolean =>
  metadata.labels?.['batch.kubernetes.io/job-name'] !== undefined;

const isDone = (status: { readonly phase?: string } | undefined): boolean =>
  status?.phase === 'Failed' || status?.phase === 'Succeeded';

// A Job may delete its pod between the two calls.
const isGone = (): undefined => undefined;
