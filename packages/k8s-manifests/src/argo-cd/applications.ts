import type { Cluster } from '@bizflow/config';
import { argoCd, type Controller, type ControllerName } from '@bizflow/config/platform';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { bootstrapFolder, platformFolder, pulled } from '../folders.ts';
import { ownNamespace } from '../labels.ts';
import { controllerValues } from '../platform/controller-values.ts';
import { customResource } from '../synth.ts';
import { ownedFields, refreshRequests } from './owned-fields.ts';
import { projects } from './projects.ts';
import { onlyDifferences, serverSideDiff, syncPolicy } from './sync-policy.ts';

type Spec = IApplication['spec'];

interface Subject {
  readonly name: string;
  readonly project?: string;
  readonly namespace: string;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Whether its objects go with it. */
  readonly cascades?: boolean;
  readonly source: NonNullable<Spec['source']>;
  /** The labels of a namespace that Argo CD makes for it. */
  readonly ownNamespace?: ReturnType<typeof ownNamespace> | undefined;
  readonly extraOptions: readonly string[];
  readonly ignoreDifferences?: Spec['ignoreDifferences'];
}

const application = (scope: Construct, subject: Subject): ApiObject =>
  customResource<IApplication>(scope, subject.name, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: subject.name,
      annotations: { ...serverSideDiff, ...subject.annotations },
      // With it Argo CD deletes an Application's objects first, and then the Application.
      ...(subject.cascades && { finalizers: ['resources-finalizer.argocd.argoproj.io'] }),
    },
    spec: {
      project: subject.project ?? projects.platform,
      source: subject.source,
      destination: { server: argoCd.destination, namespace: subject.namespace },
      syncPolicy: {
        ...syncPolicy(subject.source.chart !== undefined, ...subject.extraOptions),
        ...(subject.ownNamespace && { managedNamespaceMetadata: subject.ownNamespace }),
      },
      ...(subject.ignoreDifferences && { ignoreDifferences: subject.ignoreDifferences }),
    },
  });

/** The one object applied by hand; it pulls the cluster's `bootstrap` folder, itself included. */
export const rootApplication = (scope: Construct, cluster: Cluster): ApiObject =>
  application(scope, {
    name: 'root',
    // It is there before the folder with the other projects is synced.
    project: projects.root,
    namespace: argoCd.namespace,
    annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' },
    source: pulled(cluster, bootstrapFolder(cluster)),
    // Without the root the rest of the cluster stays as it is.
    extraOptions: ['Delete=false'],
    ignoreDifferences: refreshRequests,
  });

/** Argo CD's own definitions, at the version that its pods run. */
export const definitionsApplication = (scope: Construct): ApiObject => {
  const { name, repository, path, files } = argoCd.definitions;
  return application(scope, {
    name,
    namespace: argoCd.namespace,
    source: {
      repoURL: repository,
      targetRevision: argoCd.version,
      path,
      directory: { include: files },
    },
    extraOptions: [onlyDifferences, 'Prune=confirm'],
  });
};

/** A controller, from its pinned chart, in its own namespace with its Pod Security level. */
export const controllerApplication = (
  scope: Construct,
  cluster: Cluster,
  { name, chart, namespace, podSecurity: level }: Controller & { name: ControllerName },
): ApiObject =>
  application(scope, {
    name,
    namespace,
    // Argo CD cannot delete itself to the end.
    cascades: name !== 'argo-cd',
    source: {
      repoURL: chart.repository,
      chart: chart.name,
      targetRevision: chart.version,
      helm: { releaseName: name, valuesObject: { ...controllerValues(cluster, name) } },
    },
    ownNamespace: level === 'none' ? undefined : ownNamespace(cluster, level),
    // Its objects go only when a person says so: without a controller, what it keeps is kept no longer.
    extraOptions: [
      onlyDifferences,
      ...(level === 'none' ? [] : ['CreateNamespace=true']),
      'Prune=confirm',
      'Delete=confirm',
    ],
    ignoreDifferences: ownedFields[name],
  });

/** One component of the platform, rendered in this repository. */
export const platformApplication = (
  scope: Construct,
  cluster: Cluster,
  { name, namespace }: { readonly name: string; readonly namespace: string },
): ApiObject =>
  application(scope, {
    name,
    namespace,
    cascades: true,
    source: pulled(cluster, platformFolder(cluster, name)),
    extraOptions: [onlyDifferences],
  });
