import { type Cluster, imageRepository, type Service } from '@bizflow/config';
import { podPolicy } from '@bizflow/config/services';
import { migrationPolicy, type Tenancy } from '@bizflow/config/tenancy';
import type { IJob } from 'kubernetes-models/batch/v1/Job';
import { migrationName as name, sqlFile, urlVariable } from './names.ts';

type Spec = NonNullable<IJob['spec']>;
type PodSpec = NonNullable<Spec['template']['spec']>;

/** What a run of the migration is made of. */
export interface Run {
  readonly tenancy: Tenancy;
  /** The ConfigMap with the SQL. */
  readonly sqlMap: string;
  readonly labels: Readonly<Record<string, string>>;
}

const { connectSeconds, sslMode, resources } = migrationPolicy;

/** Runs the SQL with PostgreSQL's own client. */
export const jobSpec = (
  cluster: Cluster,
  service: Service,
  { tenancy, sqlMap, labels }: Run,
): Spec => ({
  template: { metadata: { labels }, spec: podSpec(cluster, service, tenancy, sqlMap) },
});

const podSpec = (
  cluster: Cluster,
  service: Service,
  tenancy: Tenancy,
  sqlMap: string,
): PodSpec => ({
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
  volumes: [{ name: 'sql', configMap: { name: sqlMap } }],
});

const container = ({ registry }: Cluster, { client }: Tenancy): PodSpec['containers'][number] => ({
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
    { name: urlVariable, valueFrom: { secretKeyRef: { name, key: urlVariable } } },
    { name: 'PGAPPNAME', value: name },
    { name: 'PGCONNECT_TIMEOUT', value: `${connectSeconds}` },
    { name: 'PGSSLMODE', value: sslMode },
  ],
  resources: {
    requests: { cpu: `${resources.cpuMillicores}m`, ...memoryAndDisk },
    limits: memoryAndDisk,
  },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
  volumeMounts: [{ name: 'sql', mountPath: '/sql', readOnly: true }],
});

const memoryAndDisk = {
  memory: `${resources.memoryMi}Mi`,
  'ephemeral-storage': `${resources.diskMi}Mi`,
};
