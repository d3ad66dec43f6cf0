import type { Cluster } from '@bizflow/config';
import { serviceNamespace } from '@bizflow/config/names';
import { argoCd, controllers } from '@bizflow/config/platform';
import { commitSignatures } from '@bizflow/config/release';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { componentsOf } from '../platform/components.ts';
import { customResource } from '../synth.ts';
import { type SourceIntegrity, signedCommits } from './commit-keys.ts';
import { children, clusterKinds, rootKinds, tenantKinds, workloadKinds } from './project-kinds.ts';
import { freezeWindows, releaseApprover } from './release-terms.ts';

type Spec = IAppProject['spec'];

// The published model is older than the field.
type Project = IAppProject & { readonly spec: { readonly sourceIntegrity?: SourceIntegrity } };

/** The projects' names, which Applications refer to. */
export const projects = {
  root: 'default',
  platform: 'platform',
  workloads: 'workloads',
  tenants: 'tenants',
} as const;

const project = (scope: Construct, cluster: Cluster, name: string, spec: Spec): ApiObject =>
  customResource<Project>(scope, `${name}-project`, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name },
    spec: {
      // The EKS capability for Argo CD demands it; elsewhere it only states the default.
      sourceNamespaces: [argoCd.namespace],
      orphanedResources: {
        warn: true,
        ignore: [{ group: '', kind: 'ConfigMap', name: 'kube-root-ca.crt' }],
      },
      ...signedCommits(cluster.repository, commitSignatures[cluster.environment.name]),
      ...spec,
    },
  });

/** Kinds from our repository, in some namespaces alone. */
const only = (cluster: Cluster, namespace: string, kinds: typeof rootKinds): Spec => ({
  sourceRepos: [cluster.repository],
  destinations: [{ server: argoCd.destination, namespace }],
  clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: namespace }],
  namespaceResourceWhitelist: kinds,
});

/**
 * The project that Argo CD makes for itself, in which everything is allowed: here it is the root's, and allows
 * what the root brings.
 */
export const rootProject = (scope: Construct, cluster: Cluster): ApiObject =>
  project(scope, cluster, projects.root, {
    description: `The root of ${cluster.name}`,
    ...only(cluster, argoCd.namespace, rootKinds),
  });

/** What the platform team deploys: controllers from their charts, and what services cannot bring. */
export const platformProject = (scope: Construct, cluster: Cluster): ApiObject =>
  project(scope, cluster, projects.platform, {
    description: `The platform of ${cluster.name}`,
    sourceRepos: [
      cluster.repository,
      argoCd.definitions.repository,
      ...new Set(controllers.map(({ chart }) => chart.repository)),
    ],
    destinations: [
      ...new Set([
        ...controllers.map(({ namespace }) => namespace),
        ...componentsOf(cluster).map(({ namespace }) => namespace),
        // Where it gives the pipeline its rights; a service's own project may give none.
        ...(cluster.environment.approval ? [] : [serviceNamespace({ name: '*' })]),
        // Charts bind roles there (extension-apiserver-authentication-reader).
        'kube-system',
      ]),
    ].map((namespace) => ({ server: argoCd.destination, namespace })),
    clusterResourceWhitelist: clusterKinds,
  });

/** What services may be: their own namespaces, no rights, no secrets in Git, nothing in Argo CD's. */
export const workloadsProject = (scope: Construct, cluster: Cluster): ApiObject =>
  project(scope, cluster, projects.workloads, {
    description: `The services of ${cluster.name}`,
    ...only(cluster, 'bizflow-*', [...workloadKinds, ...children]),
    roles: [releaseApprover(cluster, projects.workloads)],
    syncWindows: freezeWindows(cluster),
  });

/** What dedicated tenants may be: their own namespaces, and no rights. */
export const tenantsProject = (scope: Construct, cluster: Cluster): ApiObject =>
  project(scope, cluster, projects.tenants, {
    description: `The dedicated tenants of ${cluster.name}`,
    ...only(cluster, 'tenant-*', [...tenantKinds, ...children]),
    syncWindows: freezeWindows(cluster),
  });
