import type { Manifest, ManifestFile } from '@bizflow/config';
import type { ClusterFolder } from './folders.ts';

/** One thing that Argo CD does: it installs a chart, or applies an object from a file. */
export type Step =
  | { readonly does: 'install'; readonly chart: string; readonly application: Manifest }
  | { readonly does: 'apply'; readonly file: ManifestFile };

/** The sync wave of an object, by its annotation. */
export const waveOf = ({ metadata }: Manifest): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

// Argo CD orders by wave, then by kind, then by name; kinds that it does not know come last. Of its
// list (gitops-engine, pkg/sync/sync_tasks.go) these are the kinds of the fleet.
const kinds = [
  ...['Namespace', 'NetworkPolicy', 'ResourceQuota', 'LimitRange', 'PodDisruptionBudget'],
  ...['ServiceAccount', 'ConfigMap', 'Role', 'RoleBinding', 'Service'],
  ...['HorizontalPodAutoscaler', 'IngressClass', 'Ingress'],
];

const rank = ({ kind }: Manifest): number =>
  kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length;

const inOrder = (files: readonly ManifestFile[]): readonly ManifestFile[] =>
  files.toSorted(
    ({ body: a }, { body: b }) =>
      waveOf(a) - waveOf(b) || rank(a) - rank(b) || (a.metadata.name < b.metadata.name ? -1 : 1),
  );

interface Source {
  readonly chart?: string;
  readonly path?: string;
}

interface ApplicationSpec {
  readonly source?: Source;
  readonly generators?: readonly [
    { readonly git: { readonly directories: readonly [{ readonly path: string }] } },
  ];
}

/**
 * What the root Application of a cluster makes Argo CD do, in order: `bootstrap/` by its waves, each
 * Application with all that it brings before the next one, and what an ApplicationSet makes of each
 * folder that contains the set.
 */
export function steps({ id, files }: ClusterFolder): readonly Step[] {
  const bootstrap = `gitops/${id}/bootstrap`;
  const under = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`));
  const brings = ({ kind, spec }: Manifest, application: Manifest): readonly Step[] => {
    const { source, generators } = (spec ?? {}) as ApplicationSpec;
    const folders = generators?.[0].git.directories[0].path.replace(/\/\*$/, '');
    if (folders !== undefined)
      return perFolder(under(folders), folders).flatMap(inOrder).map(apply);
    if (kind !== 'Application' || source === undefined) return [];
    if (source.chart !== undefined) return [{ does: 'install', chart: source.chart, application }];
    return source.path === bootstrap ? [] : inOrder(under(`${source.path}`)).map(apply);
  };
  return inOrder(under(bootstrap)).flatMap((file) => [
    apply(file),
    ...brings(file.body, file.body),
  ]);
}

const apply = (file: ManifestFile): Step => ({ does: 'apply', file });

const perFolder = (files: readonly ManifestFile[], parent: string) => [
  ...Map.groupBy(files, ({ path }) => path.slice(parent.length + 1).split('/')[0]).values(),
];
