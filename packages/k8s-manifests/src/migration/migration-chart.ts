import type { Cluster, Service } from '@bizflow/config';
import { serviceNamespace } from '@bizflow/config/names';
import type { LoginPasswords } from '@bizflow/config/secrets';
import { loginsOf, migrationPolicy, type Tenancy } from '@bizflow/config/tenancy';
import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import type { IJob } from 'kubernetes-models/batch/v1/Job';
import { placeLabels } from '../labels.ts';
import { dns, networkPolicy } from '../network-policy.ts';
import { secretStoreName } from '../secret-store.ts';
import { copiedSecrets } from '../secrets.ts';
import { versionedTemplate } from '../service/analysis-template.ts';
import { toDatabase } from '../service/network-policies.ts';
import { customResource } from '../synth.ts';
import { kept, versionedName } from '../versioned.ts';
import { stage } from '../waves.ts';
import { jobSpec } from './job.ts';
import { migrationName, urlVariable } from './names.ts';

/** What is run for the tables of tenants, and for the logins of the application. */
export interface Migration {
  readonly tenancy: Tenancy;
  readonly passwords: LoginPasswords;
  /** Its files by their names: the script, and the SQL that this applies. */
  readonly files: Readonly<Record<string, string>>;
}

type JobSpec = NonNullable<IJob['spec']>;

/** A database is changed where it is written: a replica region gets the change by replication. */
export const writesAtHome = ({ region }: Cluster): boolean => region.database.writer === region.id;

/**
 * Applies SQL with its own identity, database URL and network policy, and with nothing else. Gives back the
 * AnalysisTemplate that a new version demands before its first pod. Argo CD waits for none of it: the way back
 * to an earlier version needs no database (docs/decisions/0028).
 */
export const migrationChart = (
  scope: Chart,
  cluster: Cluster,
  service: Service,
  { tenancy, passwords, files }: Migration,
  beforeRelease: Construct,
): string => {
  const labels = { ...placeLabels(cluster), 'app.kubernetes.io/name': migrationName };
  const chart = new Chart(scope, migrationName, { namespace: serviceNamespace(service), labels });
  const base = stage(chart, 'base');
  const configuration = stage(chart, 'configuration', base);

  new k8s.KubeServiceAccount(base, 'service-account', {
    metadata: { name: migrationName },
    automountServiceAccountToken: false,
  });
  networkPolicy(base, migrationName, {
    podSelector: { matchLabels: { 'app.kubernetes.io/name': migrationName } },
    policyTypes: ['Ingress', 'Egress'],
    egress: [dns, toDatabase(cluster)],
  });
  const filesMap = versionedName(migrationName, files);
  new k8s.KubeConfigMap(configuration, 'files', {
    metadata: { name: filesMap, annotations: kept },
    data: files,
  });
  copiedSecrets(configuration, cluster, {
    name: migrationName,
    store: { kind: 'ClusterSecretStore', name: secretStoreName },
    // The migration role's own URL: the application's role could not do this, and must not.
    secrets: [
      [urlVariable, tenancy.secret],
      ...loginsOf(tenancy).map(
        ({ passwordVariable, secret }) => [passwordVariable, secret] as const,
      ),
    ],
  });
  const spec = jobSpec(cluster, service, { tenancy, passwords, files: filesMap, labels });
  onItsOwn(stage(chart, 'migration', beforeRelease), spec);
  return demand(configuration, spec);
};

/** Opens what the SQL states as soon as Git does, whether or not there is a release; also at the first install. */
const onItsOwn = (scope: Construct, shared: JobSpec): void => {
  const spec = { ...shared, backoffLimit: migrationPolicy.ownRetries };
  customResource<IJob>(scope, 'job', {
    apiVersion: 'batch/v1',
    kind: 'Job',
    // A Job cannot change: another one gets another name.
    metadata: { name: versionedName(migrationName, spec) },
    spec,
  });
};

/** The same as an analysis of a canary: where it fails, Argo Rollouts takes the release back. */
const demand = (scope: Construct, shared: JobSpec): string => {
  const { retries: backoffLimit, deadlineSeconds: activeDeadlineSeconds } = migrationPolicy;
  const job = { spec: { ...shared, backoffLimit, activeDeadlineSeconds } };
  return versionedTemplate(scope, 'demand', migrationName, {
    metrics: [{ name: migrationName, provider: { job } }],
  });
};
