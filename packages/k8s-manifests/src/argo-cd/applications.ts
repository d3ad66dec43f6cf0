import { argoCd, type Cluster, type Manifest } from '@bizflow/config';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { bootstrapFolder, platformFolder } from '../folders.ts';
import { customResource } from '../synth.ts';
import { inBootstrapWave, metadata } from './metadata.ts';
import { projects } from './projects.ts';
import { automated, retry, serverSideDiff, syncOptions } from './sync-policy.ts';

interface Subject {
  readonly name: string;
  readonly project: string;
  readonly path: string;
  readonly namespace: string;
  readonly annotations: Readonly<Record<string, string>>;
}

const application = (cluster: Cluster, subject: Subject): Manifest => {
  const object: IApplication = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: metadata(cluster, subject.name, { ...serverSideDiff, ...subject.annotations }),
    spec: {
      project: subject.project,
      source: {
        repoURL: cluster.repository,
        targetRevision: cluster.environment.branch,
        path: subject.path,
        directory: { recurse: true },
      },
      destination: { server: argoCd.destination, namespace: subject.namespace },
      syncPolicy: { automated, retry, syncOptions },
    },
  };
  return customResource(object);
};

/** The one object applied by hand; it pulls the cluster's `bootstrap` folder, itself included. */
export const rootApplication = (cluster: Cluster): Manifest =>
  application(cluster, {
    name: 'root',
    // Argo CD's built-in project: the others stand in the folder that this one pulls.
    project: 'default',
    path: bootstrapFolder(cluster),
    namespace: argoCd.namespace,
    annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' },
  });

/** One component of the platform. */
export const platformApplication = (
  cluster: Cluster,
  component: string,
  namespace: string,
): Manifest =>
  application(cluster, {
    name: component,
    project: projects.platform,
    path: platformFolder(cluster, component),
    namespace,
    annotations: inBootstrapWave(-10),
  });
