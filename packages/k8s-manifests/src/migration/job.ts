import { type Cluster, checksum, imageRepository, type Service } from '@bizflow/config';
import { podPolicy } from '@bizflow/config/services';
import { migrationPolicy, type Tenancy } from '@bizflow/config/tenancy';
import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { migrationName as name, sqlFile, urlVariable } from './names.ts';

/**
 * The Job as a hook of the sync (argo-cd, "Resource Hooks"): the sync waits for its end, and stops
 * where it fails. The last one stays for its log until the next sync makes another.
 */
const hook = {
  'argocd.argoproj.io/hook': 'Sync',
  'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
} as const;

const { retries, deadlineSeconds, connectSeconds, sslMode, resources } = migrationPolicy;

/** Runs the SQL once per sync, with PostgreSQL's own client. */
export const migrationJob = (
  scope: Construct,
  cluster: Cluster,
  service: Service,
  { tenancy, sql }: { readonly tenancy: Tenancy; readonly sql: string },
): void => {
  new k8s.KubeJob(scope, 'job', {
    metadata: { name, annotations: hook },
    spec: {
      backoffLimit: retries,
      activeDeadlineSeconds: deadlineSeconds,
      template: {
        metadata: {
          labels: Chart.of(scope).labels,
          annotations: { 'bizflow.io/sql-checksum': checksum({ [sqlFile]: sql }) },
        },
        spec: podSpec(cluster, service, tenancy),
      },
    },
  });
};

const podSpec = (cluster: Cluster, service: Service, tenancy: Tenancy): k8s.PodSpec => ({
  restartPolicy: 'Never',
  priorityClassName: service.priority,
  serviceAccountName: name,
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  nodeSelector: { 'kubernetes.io/arch': service.compute.architecture },
  securityContext: {
    runAsNonRoot: true,
    runAsUser: podPolicy.userId,
    runAsGroup: podPolicy.userId,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  containers: [container(cluster, tenancy)],
  volumes: [{ name: 'sql', configMap: { name } }],
});

const container = ({ registry }: Cluster, { client }: Tenancy): k8s.Container => ({
  name,
  image: `${registry}/${imageRepository({ name: client.repository })}@${client.digest}`,
  command: ['psql'],
  // Kubernetes puts the URL in; no shell reads it.
  args: [
    '--no-psqlrc',
    '--no-password',
    '--set=ON_ERROR_STOP=1',
    `--dbname=$(${urlVariable})`,
    `--file=/sql/${sqlFile}`,
  ],
  env: [
    {
      name: urlVariable,
      valueFrom: { secretKeyRef: { name, key: urlVariable } },
    },
    { name: 'PGAPPNAME', value: name },
    { name: 'PGCONNECT_TIMEOUT', value: `${connectSeconds}` },
    { name: 'PGSSLMODE', value: sslMode },
  ],
  resources: {
    requests: { cpu: quantity(`${resources.cpuMillicores}m`), ...memoryAndDisk },
    limits: memoryAndDisk,
  },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
  volumeMounts: [{ name: 'sql', mountPath: '/sql', readOnly: true }],
});

const quantity = (text: string): k8s.Quantity => k8s.Quantity.fromString(text);
const memoryAndDisk = {
  memory: quantity(`${resources.memoryMi}Mi`),
  'ephemeral-storage': quantity(`${resources.diskMi}Mi`),
};
