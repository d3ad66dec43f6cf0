import { type Cluster, type Fleet, variables } from '@bizflow/config';
import { dataStores } from '@bizflow/config/foundation';
import { dataPorts } from '@bizflow/config/network';
import { backupDays } from '@bizflow/config/recovery';
import { drawnSecrets } from '@bizflow/config/secrets';
import { clientCidrs, clusterIn } from '../neighbours.ts';
import { type Blocks, type ModuleCall, outputOf } from '../root-file.ts';
import { secretArnOf } from './secret-values.ts';
import { keyArn } from './security.ts';

/** The region's Redis, and its part in a Global Datastore where the catalog gives it one. */
export const elasticache = (cluster: Cluster, fleet: Fleet): ModuleCall => {
  const { redis } = cluster.region;
  const { deletionProtection, credentialsVersion, logRetentionDays } =
    fleet.foundations[cluster.environment.name];
  const datastore = datastoreOf(cluster, fleet);
  const writes = datastore?.role !== 'secondary';
  const isFounder = datastore?.founder === true;
  return {
    module: 'elasticache',
    inputs: {
      name: cluster.name,
      identifier: redis.identifier,
      global_datastore: datastore,
      engine_version: dataStores.redis,
      node_type: redis.node,
      replicas: redis.replicas,
      multi_az: redis.multiAz,
      snapshot_days: backupDays.redis,
      deletion_protection: deletionProtection,
      vpc_id: outputOf('vpc', 'vpc_id'),
      subnet_ids: outputOf('vpc', 'subnet_ids["database"]'),
      client_cidrs: clientCidrs(cluster, fleet),
      port: dataPorts.redis,
      kms_key_arn: keyArn('database'),
      log_kms_key_arn: keyArn('application'),
      log_retention_days: logRetentionDays,
      auth_token: writes || isFounder ? tokenValue : null,
      url_secret_arn: writes ? secretArnOf(cluster, variables.REDIS_URL.secret) : null,
      credentials_version: credentialsVersion,
    },
    beside: {
      ...(writes || isFounder ? { data: token(cluster) } : {}),
      ...(isFounder ? { output: datastoreId } : {}),
    },
  };
};

const tokenValue = `\${data.aws_secretsmanager_secret_version.redis_token.secret_string}`;

// The provider has no write-only token, so this one value is read into the encrypted state.
const token = (cluster: Cluster): Blocks => ({
  aws_secretsmanager_secret_version: {
    redis_token: { secret_id: secretArnOf(cluster, drawnSecrets.redis) },
  },
});

/**
 * A datastore joins clusters of one environment; where the others are missing there is none. Its founder is the usual
 * primary, also while another member has taken over.
 */
const datastoreOf = (cluster: Cluster, fleet: Fleet) => {
  const { global } = cluster.region.redis;
  if (global === null) return null;
  const others = Object.values(fleet.catalog).some(
    ({ id, redis }) =>
      id !== cluster.region.id &&
      redis.global?.id === global.id &&
      clusterIn(cluster, fleet, id) !== undefined,
  );
  if (!others) return null;
  const assigned = fleet.assigned.datastores[global.id]?.value ?? global.id;
  const founder = usualRole(cluster, fleet) === 'primary';
  return { id: founder ? global.id : assigned, role: global.role, founder };
};

const usualRole = ({ region }: Cluster, { sheets }: Fleet) => sheets[region.id].redis.global?.role;

const datastoreId: Blocks = {
  global_datastore_id: {
    description: 'For packages/config/src/assigned/assigned.ts: datastores.',
    value: outputOf('elasticache', 'global_datastore_id'),
  },
};
