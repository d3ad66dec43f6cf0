import { argoCd, type Cluster, type Manifest } from '@bizflow/config';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { customResource } from '../synth.ts';
import { inBootstrapWave, metadata } from './metadata.ts';

type Spec = IAppProject['spec'];

/** The projects' names, which Applications refer to. */
export const projects = { platform: 'platform', workloads: 'workloads' } as const;

const project = (
  cluster: Cluster,
  name: string,
  spec: Pick<
    Spec,
    | 'description'
    | 'destinations'
    | 'clusterResourceWhitelist'
    | 'namespaceResourceBlacklist'
    | 'roles'
  >,
): Manifest => {
  const object: IAppProject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: metadata(cluster, name, inBootstrapWave(-20)),
    spec: {
      sourceRepos: [cluster.repository],
      // The EKS capability for Argo CD demands it; elsewhere it only states the default.
      sourceNamespaces: [argoCd.namespace],
      orphanedResources: {
        warn: true,
        ignore: [{ group: '', kind: 'ConfigMap', name: 'kube-root-ca.crt' }],
      },
      ...spec,
    },
  };
  return customResource(object);
};

/** What the platform team deploys: the objects a service cannot bring itself. */
export const platformProject = (cluster: Cluster): Manifest =>
  project(cluster, projects.platform, {
    description: `The platform of ${cluster.name}`,
    destinations: [{ server: argoCd.destination, namespace: 'external-secrets' }],
    clusterResourceWhitelist: [{ group: 'external-secrets.io', kind: 'ClusterSecretStore' }],
  });

/** What services may be: their own namespaces, no quota, no rights, nothing in Argo CD's. */
export const workloadsProject = (cluster: Cluster): Manifest =>
  project(cluster, projects.workloads, {
    description: `The services of ${cluster.name}`,
    destinations: [{ server: argoCd.destination, namespace: 'bizflow-*' }],
    clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: 'bizflow-*' }],
    namespaceResourceBlacklist: [
      { group: '', kind: 'ResourceQuota' },
      { group: '', kind: 'LimitRange' },
      { group: 'rbac.authorization.k8s.io', kind: 'Role' },
      { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
    ],
    roles: [releaseApprover],
  });

// Never `promote-full`: it would skip the steps and their analysis.
const actions = ['resume', 'abort', 'retry'].map(
  (action) => `action/argoproj.io/Rollout/${action}`,
);

const releaseApprover = {
  name: 'release-approver',
  description: 'May resume, abort and retry a rollout; may change nothing',
  groups: [argoCd.releaseApprovers],
  policies: ['get', ...actions].map(
    (action) =>
      `p, proj:${projects.workloads}:release-approver, applications, ${action}, ${projects.workloads}/*, allow`,
  ),
};
