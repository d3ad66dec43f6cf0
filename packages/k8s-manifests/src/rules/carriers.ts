import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import type { ClusterObjects } from './objects.ts';

/** What pulls a folder: an Application, or what an ApplicationSet makes of one of its folders. */
export interface Carrier {
  readonly at: string;
  readonly folder: string;
  readonly project: string;
  readonly repository: string;
  readonly destination: { readonly server?: string; readonly namespace?: string };
  /** Whether everything that it syncs is in its destination namespace. */
  readonly oneNamespace: boolean;
}

/** Everything that pulls a folder of a cluster. */
export const carriersOf = (objects: ClusterObjects): readonly Carrier[] => [
  ...objects.ofKind<IApplication>('Application').map(({ path, body: { spec } }) => ({
    at: path,
    folder: spec.source?.path ?? '',
    project: spec.project,
    repository: spec.source?.repoURL ?? '',
    destination: spec.destination,
    oneNamespace: false,
  })),
  ...objects.ofKind<IApplicationSet>('ApplicationSet').flatMap(({ path, body }) => {
    const { spec } = body.spec.template;
    const glob = body.spec.generators[0]?.git?.directories?.[0]?.path ?? '';
    const parent = glob.slice(0, glob.lastIndexOf('/') + 1);
    return [...objects.folders.keys()]
      .filter((folder) => folder.startsWith(parent))
      .map((folder) => ({
        at: path,
        folder,
        project: spec.project,
        repository: spec.source?.repoURL ?? '',
        destination: {
          ...spec.destination,
          namespace: (spec.destination.namespace ?? '').replace(
            '{{.path.basename}}',
            folder.slice(parent.length),
          ),
        },
        oneNamespace: true,
      }));
  }),
];
