import { expect, it } from 'vitest';
import { cases, only } from '../../testing/rendered.ts';

it.each(cases)(
  'enforces "restricted" on the namespace of $label, at its own version',
  (subject) => {
    const { kubernetes } = subject.cluster.region.cluster;
    const { metadata } = only<{ metadata: { labels: object } }>(subject.manifests, 'Namespace');
    for (const mode of ['enforce', 'audit', 'warn']) {
      expect(metadata.labels).toMatchObject({
        [`pod-security.kubernetes.io/${mode}`]: 'restricted',
        [`pod-security.kubernetes.io/${mode}-version`]: `v${kubernetes}`,
      });
    }
  },
);

it.each(cases)('never removes the namespace of $label unasked', ({ manifests }) => {
  expect(only(manifests, 'Namespace')).toHaveProperty(
    ['metadata', 'annotations', 'argocd.argoproj.io/sync-options'],
    'Prune=confirm,Delete=confirm',
  );
});
