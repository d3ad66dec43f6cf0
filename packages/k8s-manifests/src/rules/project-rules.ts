import type { Manifest, ManifestFile } from '@bizflow/config';
import { type Problem, problem, unless } from '@bizflow/kernel';
import { type Carrier, carriersOf } from './carriers.ts';
import { type ClusterObjects, groupOf } from './objects.ts';
import { allowsClusterWide, type Project, projectsOf, reaches } from './project-terms.ts';

/** Everything that is pulled is allowed by its project: kinds, namespaces, source and cluster. */
export const projectsAllowAll = (objects: ClusterObjects): readonly Problem[] => {
  const projects = projectsOf(objects);
  return carriersOf(objects).flatMap((carrier) => {
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
  unless(allowsClusterWide(project, body, body.metadata.name), {
    code: 'PROJECT_CLUSTER_KIND',
    at: path,
    value: `${body.kind} ${body.metadata.name}`,
    reason: `is cluster-scoped, and the AppProject ${carrier.project} does not allow it`,
    remedy: 'add it to projects.ts, or remove it',
  });
