import type { KubernetesObject, ObjectChange } from '../difference/objects.ts';
import { rule } from '../effect.ts';
import { goes, ofObject } from '../effects-of.ts';

const waveOf = ({ metadata }: KubernetesObject): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

/** The folder that one Application applies. */
const folderOf = ({ path }: ObjectChange): string => path.split('/').slice(0, 5).join('/');

/** What an object must find: its namespace, and the account of its pods. */
const needs = ({ kind, metadata, spec }: KubernetesObject): readonly string[] => [
  ...(metadata.namespace === undefined ? [] : [`Namespace ${metadata.namespace}`]),
  ...(kind === 'Job' && spec?.template?.spec?.serviceAccountName !== undefined
    ? [`ServiceAccount ${metadata.namespace}/${spec.template.spec.serviceAccountName}`]
    : []),
];

/**
 * An object that is applied before what it needs: its sync never comes to the later wave. Looked at are objects that
 * come or move, and what they need that comes or moves with them.
 */
export const deadlock = rule('dangers/wave-deadlock', ({ objects }) => {
  const applied = objects.filter((one) => !goes(one));
  const byName = new Map(applied.map((one) => [`${folderOf(one)} ${one.name}`, one]));
  return applied.flatMap((one) => {
    const { after } = one;
    if (after === undefined) return [];
    return needs(after).flatMap((name) => {
      const needed = byName.get(`${folderOf(one)} ${name}`)?.after;
      if (needed === undefined || waveOf(needed) <= waveOf(after)) return [];
      return [
        {
          ...ofObject(one, `is applied before ${name}, which it needs: the sync hangs`),
          before: `wave ${waveOf(after)}`,
          after: `wave ${waveOf(needed)} of ${name}`,
        },
      ];
    });
  });
});
