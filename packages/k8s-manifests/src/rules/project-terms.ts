import type { Manifest } from '@bizflow/config';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { type ClusterObjects, groupOf } from './objects.ts';

/** What an AppProject allows. */
export type Project = IAppProject['spec'];

/** The AppProjects of a cluster, by their names. */
export const projectsOf = (objects: ClusterObjects): ReadonlyMap<string, Project> =>
  new Map(objects.ofKind<IAppProject>('AppProject').map(({ name, body }) => [name, body.spec]));

/** Whether a text is what a glob with a star at its end lets through. */
const matchesGlob = (glob: string, text: string): boolean => {
  const star = glob.indexOf('*');
  return star < 0 ? glob === text : text.startsWith(glob.slice(0, star));
};

/** Whether a project deploys to a namespace. */
export const reaches = ({ destinations = [] }: Project, server = '', namespace = ''): boolean =>
  destinations.some(
    (allowed) => allowed.server === server && matchesGlob(allowed.namespace ?? '', namespace),
  );

/** Whether a project lets a cluster-scoped object in. */
export const allowsClusterWide = (
  { clusterResourceWhitelist = [] }: Project,
  object: Pick<Manifest, 'apiVersion' | 'kind'>,
  objectName: string,
): boolean =>
  clusterResourceWhitelist.some(
    ({ group, kind, name = '*' }) =>
      group === groupOf(object) && matchesGlob(kind, object.kind) && matchesGlob(name, objectName),
  );
