import type { Cluster } from '@bizflow/config';
import { argoCd, type Controller, type ControllerName } from '@bizflow/config/platform';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { bootstrapFolder, platformFolder } from '../folders.ts';
import { placeLabels, podSecurity } from '../labels.ts';
import { controllerValues } from '../platform/controller-values.ts';
import { customResource } from '../synth.ts';
import { ownedFields } from './owned-fields.ts';
import { projects } from './projects.ts';
import {
  automated,
  chartRetry,
  onlyDifferences,
  retry,
  serverSideDiff,
  syncOptions,
} from './sync-policy.ts';

type Spec = IApplication['spec'];

interface Subject {
  readonly name: string;
  readonly project: string;
  readonly namespace: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly source: NonNullable<Spec['source']>;
  readonly syncPolicy: Pick<NonNullable<Spec['syncPolicy']>, 'managedNamespaceMetadata'>;
  readonly extraOptions: readonly string[];
  readonly ignoreDifferences: Spec['ignoreDifferences'];
}

const application = (scope: Construct, subject: Subject): ApiObject =>
  customResource<IApplication>(scope, subject.name, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: subject.name, annotations: { ...serverSideDiff, ...subject.annotations } },
    spec: {
      project: subject.project,
      source: subject.source,
      destination: { server: argoCd.destination, namespace: subject.namespace },
      syncPolicy: {
        automated,
        retry: subject.source.chart === undefined ? retry : chartRetry,
        syncOptions: [...syncOptions, ...subject.extraOptions],
        ...subject.syncPolicy,
      },
      ...(subject.ignoreDifferences && { ignoreDifferences: subject.ignoreDifferences }),
    },
  });

const folder = ({ repository, environment }: Cluster, path: string): Subject['source'] => ({
  repoURL: repository,
  targetRevision: environment.branch,
  path,
  directory: { recurse: true },
});

/** The one object applied by hand; it pulls the cluster's `bootstrap` folder, itself included. */
export const rootApplication = (scope: Construct, cluster: Cluster): ApiObject =>
  application(scope, {
    name: 'root',
    // Argo CD's built-in project: the other projects are in the folder that this Application syncs.
    project: 'default',
    namespace: argoCd.namespace,
    annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' },
    source: folder(cluster, bootstrapFolder(cluster)),
    syncPolicy: {},
    extraOptions: [],
    ignoreDifferences: undefined,
  });

/** A controller, from its pinned chart, in its own namespace with its Pod Security level. */
export const controllerApplication = (
  scope: Construct,
  cluster: Cluster,
  { name, chart, namespace, podSecurity: level }: Controller & { name: ControllerName },
): ApiObject =>
  application(scope, {
    name,
    project: projects.platform,
    namespace,
    annotations: {},
    source: {
      repoURL: chart.repository,
      chart: chart.name,
      targetRevision: chart.version,
      helm: { releaseName: name, valuesObject: { ...controllerValues(cluster, name) } },
    },
    syncPolicy: level === 'none' ? {} : { managedNamespaceMetadata: ownNamespace(cluster, level) },
    // Its definitions are pruned only when a person says so: every object of their kind would go.
    extraOptions: [
      onlyDifferences,
      ...(level === 'none' ? [] : ['CreateNamespace=true']),
      'Prune=confirm',
    ],
    ignoreDifferences: ownedFields[name],
  });

const ownNamespace = (cluster: Cluster, level: 'restricted' | 'baseline' | 'privileged') => ({
  labels: {
    ...placeLabels(cluster),
    'bizflow.io/plane': 'platform',
    ...podSecurity(cluster, level, 'enforce'),
  },
});

/** One component of the platform, rendered in this repository. */
export const platformApplication = (
  scope: Construct,
  cluster: Cluster,
  { name, namespace }: { readonly name: string; readonly namespace: string },
): ApiObject =>
  application(scope, {
    name,
    project: projects.platform,
    namespace,
    annotations: {},
    source: folder(cluster, platformFolder(cluster, name)),
    syncPolicy: {},
    extraOptions: [onlyDifferences],
    ignoreDifferences: undefined,
  });
