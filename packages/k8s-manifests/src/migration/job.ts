import {
  type Cluster,
  checksum,
  imageRepository,
  type Manifest,
  type Service,
} from '@bizflow/config';
import type { Tenancy } from '@bizflow/config/tenancy';
import type { IJob } from 'kubernetes-models/batch/v1/Job';
import type { IPodTemplateSpec } from 'kubernetes-models/v1/PodTemplateSpec';
import type { ObjectMeta } from '../service/metadata.ts';
import { customResource } from '../synth.ts';
import { sqlFile, urlVariable } from './names.ts';

/**
 * The Job as a hook of the sync (argo-cd, "Resource Hooks"): the sync waits for its end, and stops
 * where it fails. The last one stays for its log until the next sync makes another.
 */
const hook = {
  'argocd.argoproj.io/hook': 'Sync',
  'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
} as const;

/** Two more tries, since a table may be locked for longer than the migration waits; five minutes. */
const patience = { backoffLimit: 2, activeDeadlineSeconds: 300 } as const;

/** Runs the SQL once per sync, with PostgreSQL's own client. */
export const migrationJob = (
  cluster: Cluster,
  service: Service,
  tenancy: Tenancy,
  sql: string,
  metadata: ObjectMeta,
): Manifest => {
  const object: IJob = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { ...metadata, annotations: { ...metadata.annotations, ...hook } },
    spec: { ...patience, template: template(cluster, service, tenancy, sql, metadata) },
  };
  return customResource(object);
};

const template = (
  cluster: Cluster,
  service: Service,
  tenancy: Tenancy,
  sql: string,
  { name, labels }: ObjectMeta,
): IPodTemplateSpec => ({
  metadata: {
    labels: { ...labels },
    annotations: { 'bizflow.io/sql-checksum': checksum({ [sqlFile]: sql }) },
  },
  spec: {
    restartPolicy: 'Never',
    priorityClassName: service.priority,
    serviceAccountName: name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    nodeSelector: { 'kubernetes.io/arch': service.compute.architecture },
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [container(cluster, tenancy, name)],
    volumes: [{ name: 'sql', configMap: { name } }],
  },
});

type Container = NonNullable<IPodTemplateSpec['spec']>['containers'][number];

const container = ({ registry }: Cluster, { client }: Tenancy, name: string): Container => ({
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
    { name: 'PGCONNECT_TIMEOUT', value: '10' },
    // As DATABASE_SSL says for the application; a URL may ask for more, such as verify-full.
    { name: 'PGSSLMODE', value: 'require' },
  ],
  resources: {
    requests: { cpu: '50m', memory: '64Mi', 'ephemeral-storage': '64Mi' },
    limits: { memory: '64Mi', 'ephemeral-storage': '64Mi' },
  },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
  volumeMounts: [{ name: 'sql', mountPath: '/sql', readOnly: true }],
});
