import type { ChartRepository } from '../../charts/repository.ts';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { argoNamespace } from '../../harness/argo-cd.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import type { Repository } from '../../harness/git.ts';
import { until } from '../../harness/until.ts';
import { applications, type Said, unsettled } from './applications.ts';

/** One cluster, and all around it that the suite plays. */
export interface Stage {
  readonly plane: ControlPlane;
  readonly folder: ClusterFolder;
  readonly git: Repository;
  readonly charts: ChartRepository;
}

const reference = (name: string) => ({
  ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
  metadata: { name, namespace: argoNamespace },
});

/** Has Argo CD look at Git again, as a webhook of the repository would, or at charts too; waits until it has. */
export async function refresh(
  { plane: { api } }: Stage,
  names: readonly string[],
  how: 'normal' | 'hard' = 'normal',
): Promise<void> {
  const key = 'argocd.argoproj.io/refresh';
  for (const name of names) {
    await api.merge(reference(name), { metadata: { annotations: { [key]: how } } });
  }
  for (const name of names) {
    await until(`Argo CD has looked at ${name}`, 120, async () => {
      const found = await api.read(reference(name));
      return found !== undefined && found.metadata.annotations?.[key] === undefined;
    });
  }
}

/** Syncs all of an Application, as a person may. */
export async function syncByHand({ plane: { api } }: Stage, name: string): Promise<void> {
  const { syncOptions } = (await api.read(reference(name)))?.spec.syncPolicy ?? {};
  const sync = { prune: true, syncOptions };
  await api.merge(reference(name), { operation: { initiatedBy: { username: 'e2e' }, sync } });
}

/** Waits until Argo CD says this of an Application. */
export async function says(
  { plane: { api } }: Stage,
  name: string,
  what: string,
  fits: (said: Said) => boolean,
  seconds = 120,
): Promise<Said> {
  let last: Said | undefined;
  const ask = async () => {
    last = (await applications(api)).find((one) => one.name === name);
    return last !== undefined && fits(last) ? last : undefined;
  };
  return until(`${name} ${what}`, seconds, ask, () => last && unsettled(last));
}
