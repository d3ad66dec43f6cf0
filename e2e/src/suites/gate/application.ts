import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '@bizflow/config';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { type Api, type Live, stored } from '../../harness/api.ts';
import { argoNamespace } from '../../harness/argo-cd.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { E2eError } from '../../harness/e2e-error.ts';
import { repository as gitRepository } from '../../harness/git.ts';
import { repository } from '../../harness/places.ts';

const apiVersion = 'argoproj.io/v1alpha1';

/**
 * Leaves one Application, that of the service, made as its ApplicationSet makes it; gives its name. It syncs
 * nothing by itself, because the Rollout is the suite's.
 */
export async function onlyApplication(
  { api, server }: ControlPlane,
  folder: ClusterFolder,
  rollout: Manifest,
): Promise<string> {
  const sets = await api.list(apiVersion, 'ApplicationSet', argoNamespace);
  const set = sets.find(({ metadata }) => metadata.name === 'services');
  if (set === undefined) throw new E2eError('there is no ApplicationSet of services');
  await removeAll(api);
  const service = rollout.metadata.name;
  const path = `gitops/${folder.id}/services/${service}`;
  const git = gitRepository(server.folder, 'platform', 'main');
  const files = folder.files.filter((file) => file.path.startsWith(`${path}/`));
  const text = (at: string) => readFileSync(join(repository, at), 'utf8');
  git.push('The service', Object.fromEntries(files.map((file) => [file.path, text(file.path)])));
  const made = ofTemplate(set, service, path, git);
  stored(await api.apply(made, 'for good', 'kubectl'));
  // The project as it is rendered, with this repository in the place of the fleet's.
  await api.merge(
    {
      ...{ apiVersion, kind: 'AppProject' },
      metadata: { name: made.spec.project, namespace: argoNamespace },
    },
    { spec: { sourceRepos: [git.url] } },
  );
  return made.metadata.name;
}

async function removeAll(api: Api): Promise<void> {
  for (const kind of ['ApplicationSet', 'Application']) {
    for (const one of await api.list(apiVersion, kind, argoNamespace)) {
      const object = { ...one, apiVersion, kind };
      await api.merge(object, { metadata: { finalizers: null } });
      await api.remove(object);
    }
  }
}

function ofTemplate(
  { spec: { template } }: Live,
  service: string,
  path: string,
  { url, branch }: { readonly url: string; readonly branch: string },
) {
  const text = JSON.stringify(template)
    .replaceAll('{{.path.basenameNormalized}}', service)
    .replaceAll('{{.path.basename}}', service)
    .replaceAll('{{.path.path}}', path)
    .replaceAll(template.spec.source.repoURL, url);
  const { metadata, spec } = JSON.parse(text);
  const { automated: _, ...syncPolicy } = spec.syncPolicy;
  return {
    ...{ apiVersion, kind: 'Application', metadata: { ...metadata, namespace: argoNamespace } },
    spec: { ...spec, syncPolicy, source: { ...spec.source, targetRevision: branch } },
  };
}
