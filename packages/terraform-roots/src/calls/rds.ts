import { type Cluster, type Fleet, variables } from '@bizflow/config';
import { dataStores } from '@bizflow/config/foundation';
import { metrics } from '@bizflow/config/metrics';
import { dataPorts } from '@bizflow/config/network';
import { backupDays, databaseWindows } from '@bizflow/config/recovery';
import { colourOf, drawnSecrets } from '@bizflow/config/secrets';
import { loginRole, tenancy } from '@bizflow/config/tenancy';
import { databaseArn } from '../arns.ts';
import { clientCidrs, clusterIn } from '../neighbours.ts';
import { protection } from '../protection.ts';
import { type ModuleCall, outputOf } from '../root-file.ts';
import { drawnValue, secretArnOf, usedSecret } from './secret-values.ts';
import { keyArn } from './security.ts';

/** The document's "Database Configuration" of the region, writer or replica. */
export const rds = (cluster: Cluster, fleet: Fleet): ModuleCall => {
  const { database } = cluster.region;
  const {
    deletionProtection,
    databaseInsights,
    credentialsVersion,
    loginPasswords: { used },
    logRetentionDays,
  } = fleet.foundations[cluster.environment.name];
  const source = clusterIn(cluster, fleet, database.source);
  const writes = source === undefined;
  return {
    module: 'rds',
    inputs: {
      name: cluster.name,
      identifier: database.identifier,
      replica_of: writes ? null : databaseArn(source),
      engine_version: dataStores.postgres,
      instance_class: database.instance,
      storage_gb: database.storageGb,
      multi_az: database.multiAz,
      backup_days: backupDays.database(cluster.region),
      backup_window: databaseWindows.backup,
      maintenance_window: databaseWindows.maintenance,
      restorable_age: {
        namespace: metrics.restorableAge.namespace,
        metric: metrics.restorableAge.name,
      },
      ...protection(cluster, deletionProtection),
      vpc_id: outputOf('vpc', 'vpc_id'),
      subnet_ids: outputOf('vpc', 'subnet_ids["database"]'),
      client_cidrs: clientCidrs(cluster, fleet),
      port: dataPorts.database,
      kms_key_arn: keyArn('database'),
      log_kms_key_arn: keyArn('application'),
      log_retention_days: logRetentionDays,
      insights_mode: databaseInsights,
      slow_query_milliseconds: dataStores.slowQueryMilliseconds,
      ssl_mode: dataStores.sslMode,
      application_user: loginRole(tenancy, colourOf(used)),
      ...passwords(cluster, fleet, writes),
      credentials_version: credentialsVersion,
      application_password_number: used,
    },
  };
};

/** A replica has the logins of its source. */
const passwords = (cluster: Cluster, fleet: Fleet, writes: boolean) => ({
  administrator_password: writes ? drawnValue(drawnSecrets.administrator) : null,
  application_password: writes ? drawnValue(usedSecret(cluster, fleet)) : null,
  url_secret_arn: writes ? secretArnOf(cluster, variables.DATABASE_URL.secret) : null,
  migration_url_secret_arn: writes ? secretArnOf(cluster, tenancy.secret) : null,
});
