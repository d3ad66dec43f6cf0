import { argoCd } from '@bizflow/config/platform';
import { stringify } from 'yaml';
import type { Definition } from '../../harness/definitions.ts';
import { repository } from '../../harness/git.ts';

/** Plays Argo CD's own repository, as far as it is pulled: its definitions, at the version that is pinned. */
export function upstream(folder: string, definitions: readonly Definition[]): string {
  const { path } = argoCd.definitions;
  const own = definitions.filter(({ project }) => project === 'argo-cd');
  const files = own.map(
    ({ kind, object }) =>
      [`${kind.split('.')[0]?.toLowerCase()}-crd.yaml`, stringify(object)] as const,
  );
  const resources = files.map(([name]) => name);
  const git = repository(folder, 'argo-cd', 'main');
  const commit = git.push(argoCd.version, {
    ...Object.fromEntries(files.map(([name, text]) => [`${path}/${name}`, text])),
    [`${path}/kustomization.yaml`]: stringify({ resources }),
  });
  git.tag(argoCd.version, commit);
  return git.url;
}
