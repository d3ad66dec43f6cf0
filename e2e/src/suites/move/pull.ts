import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterFolder } from '../../fleet/folders.ts';
import type { Api } from '../../harness/api.ts';
import { argoNamespace } from '../../harness/argo-cd.ts';
import { applications, settled } from '../sync/applications.ts';
import { patiently } from '../sync/patience.ts';
import { allSettled, expected } from '../sync/settled.ts';
import { refresh, type Stage, says } from '../sync/stage.ts';

// Long enough for a prune or a self-heal that should not come.
const A_WHILE = 15_000;

/**
 * Has the Argo CD of a cluster pull what was pushed, as webhooks of the repository would: the root, then what it brings.
 * Says what is not Synced and Healthy afterwards. Where the cluster's folder is gone, there is nothing to be.
 */
export async function pull(
  stage: Stage,
  before: ClusterFolder,
  now: ClusterFolder | undefined,
): Promise<readonly string[]> {
  const { api } = stage.plane;
  await refresh(stage, ['root']);
  if (now !== undefined) await says(stage, 'root', 'has taken the step', settled);
  await refreshSets(api);
  await refresh(
    stage,
    (await applications(api)).map(({ name }) => name).filter((name) => name !== 'root'),
  );
  const gone = now === undefined ? expected(before) : leftBy(before, now);
  const left = now === undefined ? [] : await allSettled(api, now, gone);
  if (gone.length > 0) await pause(A_WHILE);
  return left;
}

/** The Applications of folders that a step takes away: they stay until a person deletes them. */
const leftBy = (before: ClusterFolder, now: ClusterFolder): readonly string[] => {
  const wanted = expected(now);
  return expected(before).filter((name) => !wanted.includes(name));
};

const key = 'argocd.argoproj.io/application-set-refresh';

async function refreshSets(api: Api): Promise<void> {
  const sets = await api.list('argoproj.io/v1alpha1', 'ApplicationSet', argoNamespace);
  const named = sets.map(({ metadata }) => ({
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet' },
    metadata: { name: metadata.name, namespace: argoNamespace },
  }));
  for (const one of named) {
    await api.merge(one, { metadata: { annotations: { [key]: 'true' } } });
    await patiently(api, `Argo CD has looked at the set ${one.metadata.name}`, async () => {
      const found = await api.read(one);
      return found !== undefined && found.metadata.annotations?.[key] === undefined;
    });
  }
}
