import type { Manifest } from '@bizflow/config';
import { stringify } from 'yaml';
import { settled } from './applications.ts';
import { allSettled } from './settled.ts';
import { fileOf, refresh, type Scenario, says } from './stage.ts';

/** The root waits for a component that cannot be synced, and a fix comes. */
export const stuckRoot: Scenario = {
  sentence: 'a fix that is pushed while the root waits is taken without a hand',
  play: async (stage) => {
    const { git, folder } = stage;
    const [at, home] = ['bootstrap/application-stuck.yaml', 'platform/stuck'].map(
      (path) => `gitops/${folder.id}/${path}`,
    ) as [string, string];
    const model = fileOf(stage, 'bootstrap/application-admission.yaml').body as Application;
    const stuck = {
      ...model,
      metadata: { ...model.metadata, name: 'stuck' },
      spec: {
        ...model.spec,
        destination: { ...model.spec.destination, namespace: 'observability' },
        source: { ...model.spec.source, repoURL: git.url, path: home },
      },
    };
    // A kind without a definition, and after the fix a folder without one.
    const metadata = { name: 'stuck', namespace: 'observability' };
    const tower = { apiVersion: 'towers.example/v1', kind: 'Tower', metadata };
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata };
    git.push('A component that cannot be synced', {
      [at]: stringify(stuck),
      [`${home}/tower.yaml`]: stringify(tower),
    });
    await refresh(stage, ['root']);
    await says(stage, 'stuck', 'fails', ({ message }) => message.includes('Tower'));
    await says(stage, 'root', 'waits for it', ({ phase }) => phase === 'Running');
    const fix = { [`${home}/tower.yaml`]: null, [`${home}/map.yaml`]: stringify(map) };
    const commit = git.push('The fix', fix);
    await refresh(stage, ['root']);
    await says(
      stage,
      'root',
      `takes the fix ${commit}`,
      (one) => settled(one) && one.revision === commit,
    );
    git.push('Without it again', { [at]: null, [`${home}/map.yaml`]: null });
    await refresh(stage, ['root']);
    return allSettled(stage.plane.api, folder);
  },
};

interface Application extends Manifest {
  readonly spec: { readonly source: object; readonly destination: object };
}
