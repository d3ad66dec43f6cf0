import type { Cluster, Manifest, ManifestFile } from '@bizflow/config';
import type { ChartsLock } from '@bizflow/config/charts';
import { once } from '@bizflow/kernel';

/** An object of a cluster with the type of its kind, and its file. */
export interface Found<T> {
  readonly path: string;
  readonly name: string;
  /** Empty for what is cluster-wide. */
  readonly namespace: string;
  readonly body: T;
}

/** Everything rendered for one cluster, indexed by kind and namespace. */
export interface ClusterObjects {
  readonly cluster: Cluster;
  readonly files: readonly ManifestFile[];
  readonly charts: ChartsLock;
  readonly folders: ReadonlyMap<string, readonly ManifestFile[]>;
  /** The type is only asserted here; `schemaRules` validates each object. */
  readonly ofKind: <T>(kind: string) => readonly Found<T>[];
  readonly named: <T>(kind: string, namespace: string, name: string) => Found<T> | undefined;
  readonly inNamespace: <T>(kind: string, namespace: string) => readonly Found<T>[];
}

/** What several rules ask of a cluster's files; those about charts ask their inventories too. */
export const objectsOf = (
  cluster: Cluster,
  files: readonly ManifestFile[],
  charts: ChartsLock = {},
): ClusterObjects => ({ cluster, files, charts, ...indexOf(files) });

const indexOf = once((files: readonly ManifestFile[]) => {
  const kinds = new Map<string, Found<unknown>[]>();
  const namespaces = new Map<string, Map<string, Found<unknown>[]>>();
  for (const { path, body } of files) {
    const { name, namespace = '' } = body.metadata;
    const found = { path, name, namespace, body };
    append(kinds, body.kind, found);
    const ofKind = namespaces.get(body.kind) ?? new Map<string, Found<unknown>[]>();
    append(ofKind, namespace, found);
    namespaces.set(body.kind, ofKind);
  }
  const inNamespace = <T>(kind: string, namespace: string) =>
    (namespaces.get(kind)?.get(namespace) ?? []) as readonly Found<T>[];
  return {
    folders: foldersOf(files),
    ofKind: <T>(kind: string) => (kinds.get(kind) ?? []) as readonly Found<T>[],
    inNamespace,
    named: <T>(kind: string, namespace: string, name: string) =>
      inNamespace<T>(kind, namespace).find((found) => found.name === name),
  };
});

// The files of a folder come one after the other: most are found to be of the last one's folder.
const foldersOf = (files: readonly ManifestFile[]): ClusterObjects['folders'] => {
  const folders = new Map<string, ManifestFile[]>();
  let folder = '';
  for (const file of files) {
    const end = file.path.lastIndexOf('/');
    if (end !== folder.length || !file.path.startsWith(folder)) folder = file.path.slice(0, end);
    append(folders, folder, file);
  }
  return folders;
};

/** Adds to the list under a key. */
const append = <T>(lists: Map<string, T[]>, key: string, item: T): void => {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [item]);
  else known.push(item);
};

/** The wave Argo CD applies an object in; none said is zero. */
export const waveOf = ({ metadata }: Manifest): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

/** The API group of an object; the core group has no name. */
export const groupOf = ({ apiVersion }: Pick<Manifest, 'apiVersion'>): string => {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
};

type Labels = Readonly<Record<string, string>> | undefined;

/** Whether a selector finds these labels; one that selects nothing in particular finds none. */
export const selects = (selector: Labels, labels: Labels): boolean => {
  const wanted = Object.entries(selector ?? {});
  return wanted.length > 0 && wanted.every(([key, value]) => labels?.[key] === value);
};
