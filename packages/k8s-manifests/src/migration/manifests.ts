import type { Cluster, Manifest, Service } from '@bizflow/config';
import type { Tenancy } from '@bizflow/config/tenancy';
import {
  KubeConfigMap,
  KubeNetworkPolicy,
  KubeServiceAccount,
} from 'cdk8s-plus-29/lib/imports/k8s.js';
import { placeLabels } from '../labels.ts';
import { secretStoreName } from '../secret-store.ts';
import { copiedSecrets } from '../secrets.ts';
import { described, namespaceOf, type ObjectMeta } from '../service/metadata.ts';
import { dns, toDatabase } from '../service/network-policies.ts';
import { inWave, type Wave } from '../waves.ts';
import { migrationJob } from './job.ts';
import { migrationName, sqlFile, urlVariable } from './names.ts';

/** A database is changed where it is written: a replica region gets the change by replication. */
export const writesAtHome = ({ region }: Cluster): boolean => region.database.writer === region.id;

/**
 * Applies SQL before a service's release: between its secrets and its Rollout, with an identity, a
 * database URL and a way to the database of its own, and with nothing else.
 */
export const migrationManifests = (
  cluster: Cluster,
  service: Service,
  tenancy: Tenancy,
  sql: string,
): readonly Manifest[] => [
  described(
    metadata(cluster, service, 'ground'),
    KubeServiceAccount.manifest({ automountServiceAccountToken: false }),
  ),
  networkPolicy(cluster, service),
  described(
    metadata(cluster, service, 'configuration'),
    KubeConfigMap.manifest({ data: { [sqlFile]: sql } }),
  ),
  copiedSecrets(
    cluster,
    metadata(cluster, service, 'configuration'),
    { kind: 'ClusterSecretStore', name: secretStoreName },
    // The migration role's own URL: the application's role could not do this, and must not.
    [[urlVariable, tenancy.secret]],
  ),
  migrationJob(cluster, service, tenancy, sql, metadata(cluster, service, 'migration')),
];

const labels = (cluster: Cluster): Record<string, string> => ({
  ...placeLabels(cluster),
  'app.kubernetes.io/name': migrationName,
});

const metadata = (cluster: Cluster, service: Service, wave: Wave): ObjectMeta => ({
  annotations: { ...inWave(wave) },
  labels: labels(cluster),
  name: migrationName,
  namespace: namespaceOf(service),
});

const networkPolicy = (cluster: Cluster, service: Service): Manifest =>
  described(
    metadata(cluster, service, 'ground'),
    KubeNetworkPolicy.manifest({
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/name': migrationName } },
        policyTypes: ['Ingress', 'Egress'],
        egress: [dns, toDatabase(cluster)],
      },
    }),
  );
