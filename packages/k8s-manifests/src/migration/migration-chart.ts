import type { Cluster, Service } from '@bizflow/config';
import { serviceNamespace } from '@bizflow/config/names';
import type { Tenancy } from '@bizflow/config/tenancy';
import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { placeLabels } from '../labels.ts';
import { secretStoreName } from '../secret-store.ts';
import { copiedSecrets } from '../secrets.ts';
import { dns, networkPolicy, toDatabase } from '../service/network-policies.ts';
import { stage } from '../waves.ts';
import { migrationJob } from './job.ts';
import { migrationName, sqlFile, urlVariable } from './names.ts';

/** SQL for the tables of tenants, and the client that applies it. */
export interface Migration {
  readonly tenancy: Tenancy;
  readonly sql: string;
}

/** A database is changed where it is written: a replica region gets the change by replication. */
export const writesAtHome = ({ region }: Cluster): boolean => region.database.writer === region.id;

/**
 * Applies SQL with its own identity, database URL and network policy, and with nothing
 * else. It comes with a service, whose release waits for the stage that this gives back.
 */
export const migrationChart = (
  scope: Chart,
  cluster: Cluster,
  service: Service,
  { tenancy, sql }: Migration,
): Construct => {
  const labels = { ...placeLabels(cluster), 'app.kubernetes.io/name': migrationName };
  const chart = new Chart(scope, migrationName, { namespace: serviceNamespace(service), labels });
  const base = stage(chart, 'base');
  const configuration = stage(chart, 'configuration', base);
  const migration = stage(chart, 'migration', configuration);

  new k8s.KubeServiceAccount(base, 'service-account', {
    metadata: { name: migrationName },
    automountServiceAccountToken: false,
  });
  networkPolicy(base, migrationName, {
    podSelector: { matchLabels: { 'app.kubernetes.io/name': migrationName } },
    policyTypes: ['Ingress', 'Egress'],
    egress: [dns, toDatabase(cluster)],
  });
  new k8s.KubeConfigMap(configuration, 'sql', {
    metadata: { name: migrationName },
    data: { [sqlFile]: sql },
  });
  copiedSecrets(configuration, cluster, {
    name: migrationName,
    store: { kind: 'ClusterSecretStore', name: secretStoreName },
    // The migration role's own URL: the application's role could not do this, and must not.
    secrets: [[urlVariable, tenancy.secret]],
  });
  migrationJob(migration, cluster, service, { tenancy, sql });
  return migration;
};
