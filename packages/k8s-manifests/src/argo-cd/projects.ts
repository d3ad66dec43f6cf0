import type { Cluster } from '@bizflow/config';
import { groupInToken, serviceNamespace } from '@bizflow/config/names';
import { argoCd, controllers } from '@bizflow/config/platform';
import { approvers, commitSignatures, freezes } from '@bizflow/config/release';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { componentsOf } from '../platform/components.ts';
import { customResource } from '../synth.ts';
import { type SourceIntegrity, signedCommits } from './commit-keys.ts';
import { children, clusterKinds, rootKinds, tenantKinds, workloadKinds } from './project-kinds.ts';

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

const project = (
  scope: Construct,
  cluster: Cluster,
  name: string,
  spec: Pick<
    Spec,
    | 'description'
    | 'sourceRepos'
    | 'destinations'
    | 'clusterResourceWhitelist'
    | 'namespaceResourceWhitelist'
    | 'roles'
    | 'syncWindows'
  >,
): ApiObject =>
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

/**
 * The project that Argo CD makes for itself, in which everything is allowed: here it is the root's, and allows
 * what the root brings.
 */
export const rootProject = (scope: Construct, cluster: Cluster): ApiObject =>
  project(scope, cluster, projects.root, {
    description: `The root of ${cluster.name}`,
    sourceRepos: [cluster.repository],
    destinations: [{ server: argoCd.destination, namespace: argoCd.namespace }],
    clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: argoCd.namespace }],
    namespaceResourceWhitelist: rootKinds,
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
    sourceRepos: [cluster.repository],
    destinations: [{ server: argoCd.destination, namespace: 'bizflow-*' }],
    clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: 'bizflow-*' }],
    namespaceResourceWhitelist: [...workloadKinds, ...children],
    roles: [releaseApprover(cluster)],
    syncWindows: windows(cluster),
  });

/** What dedicated tenants may be: their own namespaces, and no rights. */
export const tenantsProject = (scope: Construct, cluster: Cluster): ApiObject =>
  project(scope, cluster, projects.tenants, {
    description: `The dedicated tenants of ${cluster.name}`,
    sourceRepos: [cluster.repository],
    destinations: [{ server: argoCd.destination, namespace: 'tenant-*' }],
    clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: 'tenant-*' }],
    namespaceResourceWhitelist: [...tenantKinds, ...children],
    syncWindows: windows(cluster),
  });

// A freeze lets no automatic sync begin; a hotfix may still be synced by hand. A sync that is under way comes to
// its end: held by the window it would hold off the one by hand as well (argo-cd#26215).
const windows = ({ environment }: Cluster): NonNullable<Spec['syncWindows']> =>
  freezes
    .filter(({ environments }) => environments.includes(environment.name))
    .map(({ schedule, durationHours, timeZone }) => ({
      kind: 'deny',
      schedule,
      duration: `${durationHours}h`,
      timeZone,
      applications: ['*'],
      manualSync: true,
      syncOverrun: true,
    }));

const actions = approvers.actions.map((action) => `action/argoproj.io/Rollout/${action}`);

const releaseApprover = (cluster: Cluster) => ({
  name: 'release-approver',
  description: 'May resume, abort and retry a rollout, and sync; may change nothing',
  groups: [groupInToken(cluster, 'approvers')],
  policies: [...approvers.verbs, ...actions].map(
    (action) =>
      `p, proj:${projects.workloads}:release-approver, applications, ${action}, ${projects.workloads}/*, allow`,
  ),
});
