import type { Manifest, ManifestFile } from '@bizflow/config';
import { type Problem, problem, unless } from '@bizflow/kernel';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { type ClusterObjects, groupOf } from './objects.ts';

type Project = IAppProject['spec'];

/** What pulls a folder: an Application, or what an ApplicationSet makes of one of its folders. */
interface Carrier {
  readonly at: string;
  readonly folder: string;
  readonly project: string;
  readonly repository: string;
  readonly destination: { readonly server?: string; readonly namespace?: string };
  /** Whether everything that it syncs is in its destination namespace. */
  readonly oneNamespace: boolean;
}

/** Everything that is pulled is allowed by its project: kinds, namespaces, source and cluster. */
export const projectsAllowAll = (objects: ClusterObjects): readonly Problem[] => {
  const projects = new Map(
    objects.ofKind<IAppProject>('AppProject').map(({ name, body }) => [name, body.spec]),
  );
  return carriersOf(objects, [...objects.folders.keys()]).flatMap((carrier) => {
    const project = projects.get(carrier.project);
    if (project === undefined) {
      return [
        problem({
          code: 'PROJECT_UNKNOWN',
          at: carrier.at,
          value: carrier.project,
          reason: 'is not an AppProject of this cluster',
          remedy: 'render the object, or correct the name',
        }),
      ];
    }
    return [
      ...sourceRules(carrier, project),
      ...(objects.folders.get(carrier.folder) ?? []).flatMap((file) =>
        fileRules(file, carrier, project),
      ),
    ];
  });
};

const carriersOf = (objects: ClusterObjects, folders: readonly string[]): readonly Carrier[] => [
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
    return folders
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

/** Whether a text is what a glob with a star at its end lets through. */
export const matchesGlob = (glob: string, text: string): boolean => {
  const star = glob.indexOf('*');
  return star < 0 ? glob === text : text.startsWith(glob.slice(0, star));
};

/** Whether a project deploys to a namespace. */
export const reaches = ({ destinations = [] }: Project, server = '', namespace = ''): boolean =>
  destinations.some(
    (allowed) => allowed.server === server && matchesGlob(allowed.namespace ?? '', namespace),
  );

const sourceRules = (
  { at, repository, destination, project: name }: Carrier,
  project: Project,
): readonly Problem[] => [
  ...unless(project.sourceRepos?.includes(repository) === true, {
    code: 'PROJECT_SOURCE',
    at,
    value: repository,
    reason: `is not a source repository of the AppProject ${name}`,
    remedy: 'add it to the AppProject, or use one of its sources',
  }),
  ...unless(reaches(project, destination.server, destination.namespace), {
    code: 'PROJECT_DESTINATION',
    at,
    value: `${destination.namespace} on ${destination.server}`,
    reason: `is not a destination of the AppProject ${name}`,
    remedy: 'add it to the AppProject, or use one of its namespaces',
  }),
];

const fileRules = ({ path, body }: ManifestFile, carrier: Carrier, project: Project) => {
  const { namespace } = body.metadata;
  if (namespace === undefined) return clusterWide(path, body, carrier, project);
  const listed = project.namespaceResourceWhitelist;
  const allowed =
    listed === undefined ||
    listed.some(({ group, kind }) => kind === body.kind && group === groupOf(body));
  const placed = carrier.oneNamespace
    ? namespace === carrier.destination.namespace
    : reaches(project, carrier.destination.server, namespace);
  return [
    ...(allowed ? [] : [refusedKind(path, body.kind, carrier)]),
    ...(placed ? [] : [foreignNamespace(path, namespace, carrier)]),
  ];
};

const refusedKind = (path: string, kind: string, { project }: Carrier): Problem =>
  problem({
    code: 'PROJECT_KIND',
    at: path,
    value: kind,
    reason: `is not a kind that the AppProject ${project} allows`,
    remedy: 'remove it, move it to the platform, or add it to project-kinds.ts',
  });

const foreignNamespace = (path: string, namespace: string, { at }: Carrier): Problem =>
  problem({
    code: 'PROJECT_NAMESPACE',
    at: `${path}#/metadata/namespace`,
    value: namespace,
    reason: `is not a namespace that ${at} may deploy to`,
    remedy: 'correct the namespace, or add it to the AppProject',
  });

const clusterWide = (path: string, body: Manifest, carrier: Carrier, project: Project) =>
  unless(
    project.clusterResourceWhitelist?.some(
      ({ group, kind, name }) =>
        group === groupOf(body) &&
        matchesGlob(kind, body.kind) &&
        matchesGlob(name ?? '*', body.metadata.name),
    ) === true,
    {
      code: 'PROJECT_CLUSTER_KIND',
      at: path,
      value: `${body.kind} ${body.metadata.name}`,
      reason: `is cluster-scoped, and the AppProject ${carrier.project} does not allow it`,
      remedy: 'add it to projects.ts, or remove it',
    },
  );
