import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { stored } from '../../harness/api.ts';
import { argoCd, argoNamespace } from '../../harness/argo-cd.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { kubeConfigFile } from '../../harness/credentials.ts';
import { helm } from '../../harness/helm.ts';
import { repository } from '../../harness/places.ts';
import { until } from '../../harness/until.ts';
import { type Places, withPlaces } from './places.ts';

/** What a person does: the documented command with Helm, and then the root Application. */
export async function install(
  plane: ControlPlane,
  { id }: ClusterFolder,
  places: Places,
): Promise<void> {
  const chart = join(plane.server.folder, 'install');
  cpSync(join(repository, 'install', id), chart, { recursive: true });
  for (const file of readdirSync(chart)) {
    const path = join(chart, file);
    writeFileSync(path, withPlaces(readFileSync(path, 'utf8'), places));
  }
  await helm(
    [
      ...['upgrade', '--install', 'argo-cd', chart, '--dependency-update'],
      ...['--namespace', argoNamespace, '--create-namespace'],
    ],
    { KUBECONFIG: kubeConfigFile(plane.server.folder) },
  );
  const params = await plane.api.read({
    ...{ apiVersion: 'v1', kind: 'ConfigMap' },
    metadata: { name: 'argocd-cmd-params-cm', namespace: argoNamespace },
  });
  await plane.addAll((run, server) => argoCd(run, server, params?.data ?? {}));
  const project = { name: 'default', namespace: argoNamespace };
  await until('Argo CD has made its project', 120, () =>
    plane.api.read({
      ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: project },
    }),
  );
  const root = join(repository, 'gitops', id, 'bootstrap/application-root.yaml');
  const text = withPlaces(readFileSync(root, 'utf8'), places);
  stored(await plane.api.apply(parse(text), 'for good', 'kubectl'));
}
