import type { Api } from '../../harness/api.ts';
import { argoNamespace } from '../../harness/argo-cd.ts';
import { patiently } from './patience.ts';

const key = 'argocd.argoproj.io/application-set-refresh';

/** Asks Argo CD to look at every ApplicationSet again, as its webhook does at each push, and waits until it has. */
export async function refreshSets(api: Api): Promise<void> {
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
