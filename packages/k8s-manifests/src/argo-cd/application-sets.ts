import type { Cluster } from '@bizflow/config';
import { serviceApplicationPrefix } from '@bizflow/config/names';
import { argoCd } from '@bizflow/config/platform';
import type { IApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { pulled, servicesFolder, tenantsFolder } from '../folders.ts';
import { placeLabels } from '../labels.ts';
import { customResource } from '../synth.ts';
import { projects } from './projects.ts';
import { onlyDifferences, serverSideDiff, syncPolicy } from './sync-policy.ts';

type Template = IApplicationSet['spec']['template'];
type Generators = IApplicationSet['spec']['generators'];

interface Subject {
  readonly name: string;
  readonly folder: string;
  readonly project: string;
  /** What an Application and its namespace are called before the folder's own name. */
  readonly applicationPrefix: string;
  readonly namespacePrefix: string;
}

/** One Application per service; a folder that disappears does not delete its Application. */
export const servicesApplicationSet = (scope: Construct, cluster: Cluster): ApiObject =>
  applicationSet(scope, cluster, {
    name: 'services',
    folder: servicesFolder(cluster),
    project: projects.workloads,
    // The prefix keeps a service's Application apart from the platform's.
    applicationPrefix: serviceApplicationPrefix,
    namespacePrefix: 'bizflow',
  });

/** One Application per dedicated tenant. */
export const tenantsApplicationSet = (scope: Construct, cluster: Cluster): ApiObject =>
  applicationSet(scope, cluster, {
    name: 'tenants',
    folder: tenantsFolder(cluster),
    project: projects.tenants,
    applicationPrefix: 'tenant',
    namespacePrefix: 'tenant',
  });

const applicationSet = (scope: Construct, cluster: Cluster, subject: Subject): ApiObject =>
  customResource<IApplicationSet>(scope, `${subject.name}-set`, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: subject.name },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          git: {
            repoURL: cluster.repository,
            revision: cluster.environment.branch,
            directories: [{ path: `${subject.folder}/*` }],
            template: unset,
          },
        },
      ],
      syncPolicy: { preserveResourcesOnDeletion: true, applicationsSync: 'create-update' },
      template: template(cluster, subject),
    },
  });

// The controller writes a set back whole when it was asked to look again, with this empty part and without an empty
// group. A list is one value: without it here, the root would find the set changed, and sync after each push.
const unset: NonNullable<NonNullable<Generators[number]['git']>['template']> = {
  metadata: {},
  spec: { destination: {}, project: '' },
};

const template = (
  cluster: Cluster,
  { project, applicationPrefix, namespacePrefix }: Subject,
): Template => ({
  metadata: {
    name: `${applicationPrefix}-{{.path.basenameNormalized}}`,
    labels: { ...placeLabels(cluster) },
    annotations: { ...serverSideDiff },
  },
  spec: {
    project,
    source: pulled(cluster, '{{.path.path}}'),
    destination: {
      server: argoCd.destination,
      namespace: `${namespacePrefix}-{{.path.basename}}`,
    },
    revisionHistoryLimit: argoCd.revisionHistoryLimit,
    syncPolicy: syncPolicy(false, onlyDifferences),
    ignoreDifferences,
  },
});

// Exactly what a controller owns: the autoscaler's count, and what Argo Rollouts weighs with.
// Server-side apply replaces a selector whole: unnamed here, the hash would not survive a sync.
const ignoreDifferences: NonNullable<NonNullable<Template['spec']>['ignoreDifferences']> = [
  { group: 'argoproj.io', kind: 'Rollout', jsonPointers: ['/spec/replicas'] },
  {
    group: 'networking.k8s.io',
    kind: 'Ingress',
    jqPathExpressions: [
      '.metadata.annotations["alb.ingress.kubernetes.io/actions.{{.path.basename}}-root"]',
      '.metadata.annotations["rollouts.argoproj.io/managed-alb-actions"]',
    ],
  },
  {
    kind: 'Service',
    jqPathExpressions: [
      '.spec.selector["rollouts-pod-template-hash"]',
      '.metadata.annotations["argo-rollouts.argoproj.io/managed-by-rollouts"]',
    ],
  },
];
