import { type Cluster, imageRepository, type Service } from '@bizflow/config';
import { type LoginPasswords, passwordNumber } from '@bizflow/config/secrets';
import { type Login, loginsOf, migrationPolicy, type Tenancy } from '@bizflow/config/tenancy';
import type { IJob } from 'kubernetes-models/batch/v1/Job';
import { containerContext, podContext } from '../least-rights.ts';
import { migrationName as name, scriptFile, urlVariable } from './names.ts';

type Spec = NonNullable<IJob['spec']>;
type PodSpec = NonNullable<Spec['template']['spec']>;
type Variable = NonNullable<PodSpec['containers'][number]['env']>[number];

/** What a run of the migration is made of. */
export interface Run {
  readonly tenancy: Tenancy;
  readonly passwords: LoginPasswords;
  /** The ConfigMap with what it runs. */
  readonly files: string;
  readonly labels: Readonly<Record<string, string>>;
}

const { connectSeconds, resources } = migrationPolicy;

/** Runs the script with PostgreSQL's own client. */
export const jobSpec = (cluster: Cluster, service: Service, run: Run): Spec => ({
  template: { metadata: { labels: run.labels }, spec: podSpec(cluster, service, run) },
});

const podSpec = (cluster: Cluster, service: Service, run: Run): PodSpec => ({
  restartPolicy: 'Never',
  priorityClassName: service.priority,
  serviceAccountName: name,
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  nodeSelector: { 'kubernetes.io/arch': service.compute.architecture },
  securityContext: podContext,
  containers: [container(cluster, run)],
  volumes: [{ name: 'migration', configMap: { name: run.files } }],
});

const container = (
  { registry }: Cluster,
  { tenancy, passwords }: Run,
): PodSpec['containers'][number] => ({
  name,
  image: `${registry}/${imageRepository({ name: tenancy.client.repository })}@${tenancy.client.digest}`,
  // No argument has a secret in it: the container runtime and the list of processes show arguments.
  command: ['sh', `/migration/${scriptFile}`],
  env: [
    fromSecret(urlVariable),
    ...loginsOf(tenancy).flatMap((login) => loginVariables(login, passwords)),
    { name: 'PGAPPNAME', value: name },
    { name: 'PGCONNECT_TIMEOUT', value: `${connectSeconds}` },
  ],
  resources: {
    requests: { cpu: `${resources.cpuMillicores}m`, ...memoryAndDisk },
    limits: memoryAndDisk,
  },
  securityContext: containerContext,
  volumeMounts: [{ name: 'migration', mountPath: '/migration', readOnly: true }],
});

const fromSecret = (variable: string): Variable => ({
  name: variable,
  valueFrom: { secretKeyRef: { name, key: variable } },
});

// With the number in the Job a new password makes a new Job, which refuses an old copy of the secret.
const loginVariables = (
  { colour, numberVariable, passwordVariable }: Login,
  passwords: LoginPasswords,
): readonly Variable[] => [
  { name: numberVariable, value: `${passwordNumber(colour, passwords)}` },
  fromSecret(passwordVariable),
];

const memoryAndDisk = {
  memory: `${resources.memoryMi}Mi`,
  'ephemeral-storage': `${resources.diskMi}Mi`,
};
