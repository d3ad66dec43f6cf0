import type { ManifestFile } from '@bizflow/config';
import type { ChartRepository } from '../../charts/repository.ts';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { argoNamespace } from '../../harness/argo-cd.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { E2eError } from '../../harness/e2e-error.ts';
import type { Repository } from '../../harness/git.ts';
import { applications, type Said, unsettled } from './applications.ts';
import { patiently } from './patience.ts';

/** One cluster, and all around it that the suite plays. */
export interface Stage {
  readonly plane: ControlPlane;
  readonly folder: ClusterFolder;
  readonly git: Repository;
  /** Where Argo CD's own repository is played. */
  readonly upstream: string;
  readonly charts: ChartRepository;
}

/** What is done to a settled cluster, and its problems. */
export interface Scenario {
  readonly sentence: string;
  play(stage: Stage): Promise<readonly string[]>;
}

/** A file of the stage's cluster, by its path in the cluster's folder. */
export const fileOf = ({ folder }: Stage, path: string): ManifestFile => {
  const found = folder.files.find((one) => one.path === `gitops/${folder.id}/${path}`);
  if (found === undefined) throw new E2eError(`gitops/${folder.id} has no ${path}`);
  return found;
};

/** The Application of this name. */
export const reference = (name: string) => ({
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
    await patiently(api, `Argo CD has looked at ${name}`, async () => {
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
): Promise<Said> {
  let last: Said | undefined;
  const ask = async () => {
    last = (await applications(api)).find((one) => one.name === name);
    return last !== undefined && fits(last) ? last : undefined;
  };
  return patiently(api, `${name} ${what}`, ask, () => last && unsettled(last));
}

/** Ends a sync that is under way, as a person may. */
export async function terminate({ plane: { api } }: Stage, name: string): Promise<void> {
  await api.merge(reference(name), { status: { operationState: { phase: 'Terminating' } } });
}
