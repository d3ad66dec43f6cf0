import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { applications, settled } from '../sync/applications.ts';
import { refreshSets } from '../sync/refresh-sets.ts';
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
