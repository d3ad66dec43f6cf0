import type { Cluster } from '@bizflow/config';
import { apiHost, loadBalancerHost } from '@bizflow/config/names';
import type { Condition } from './runbook.ts';
import { answer, command, quoted } from './shell.ts';

/** A shell function's name from words and identifiers: `available_bizflow_primary`. */
export const named = (...words: readonly string[]): string =>
  words.join('_').replaceAll(/[^a-z0-9]+/g, '_');

/** The region's load balancer answers the path that Route 53 asks. */
export const answers = (cluster: Cluster): Condition =>
  answersAt(
    `https://${loadBalancerHost(cluster)}${cluster.region.dns.healthCheck.path}`,
    cluster.region.id,
  );

/** A URL answers without an error; `answers` is a function of every script. */
const answersAt = (url: string, what: string): Condition => ({
  name: named('healthy', what),
  test: `answers ${quoted(url)}`,
});

/** The API answers, from whichever region Route 53 chooses. */
export const apiAnswers = ({ environment, region }: Cluster): Condition =>
  answersAt(`https://${apiHost(environment)}${region.dns.healthCheck.path}`, 'api');

// An instance that is backed up, modified or grown goes on serving (RDS user guide, "Viewing DB instance status").
const serving =
  'available | backing-up | configuring-* | maintenance | modifying | moving-to-vpc | renaming | resetting-master-credentials | storage-* | upgrading';

/** An RDS instance serves: its daily backup or a change of settings is not a loss. */
export const databaseServes = ({ region }: Cluster, identifier: string): Condition => ({
  name: named('serves', identifier),
  test: `case ${databaseField(region.id, identifier, 'DBInstanceStatus')} in storage-full) false ;; ${serving}) true ;; *) false ;; esac`,
});

/** RDS itself answers for a region, whatever has become of an instance. */
export const rdsAnswers = ({ region }: Cluster): Condition => ({
  name: named('rds_answers', region.id),
  test: `${command('aws rds describe-db-instances', { region: region.id, 'max-records': '20' })} >/dev/null`,
});

/** An RDS instance is there and takes connections. */
export const databaseAvailable = ({ region }: Cluster, identifier: string): Condition => ({
  name: named('available', identifier),
  test: `[ ${databaseField(region.id, identifier, 'DBInstanceStatus')} = available ]`,
});

/** A replica has been promoted: RDS names no source of it any more. */
export const promoted = (cluster: Cluster, identifier: string): Condition => ({
  name: named('promoted', identifier),
  test: [
    `${databaseAvailable(cluster, identifier).test} &&`,
    `  [ ${databaseField(cluster.region.id, identifier, 'ReadReplicaSourceDBInstanceIdentifier')} = None ]`,
  ].join('\n'),
});

/** A replica serves: RDS names its source. */
export const replicates = (cluster: Cluster, identifier: string): Condition => ({
  name: named('replicates', identifier),
  test: [
    `${databaseAvailable(cluster, identifier).test} &&`,
    `  [ ${databaseField(cluster.region.id, identifier, 'ReadReplicaSourceDBInstanceIdentifier')} != None ]`,
  ].join('\n'),
});

/** One field of an RDS instance, as a word. */
const databaseField = (region: string, identifier: string, field: string): string =>
  answer('aws rds describe-db-instances', `DBInstances[0].${field}`, {
    region,
    'db-instance-identifier': identifier,
  });

/** An ElastiCache replication group is there and takes connections. */
export const redisAvailable = ({ region }: Cluster): Condition => ({
  name: named('available', region.redis.identifier),
  test: `[ ${answer('aws elasticache describe-replication-groups', 'ReplicationGroups[0].Status', {
    region: region.id,
    'replication-group-id': region.redis.identifier,
  })} = available ]`,
});

/** The cluster's API server answers; `kubectl` knows it by the cluster's own name. */
export const clusterReady = ({ name }: Cluster): Condition => ({
  name: named('ready', name),
  test: `${command(`kubectl --context ${quoted(name)} get`, { raw: '/readyz', 'request-timeout': '10s' })} >/dev/null`,
});

/** AWS answers for the region at all, whatever it says. */
export const awsAnswers = ({ region }: Cluster): Condition => ({
  name: named('aws_answers_for', region.id),
  test: `${command('aws sts get-caller-identity', { region: region.id })} >/dev/null`,
});

/** The resource is lost: none of the signs that it is available is true. */
export const lost = (what: string, ...signs: readonly Condition[]): Condition => ({
  name: named('lost', what),
  test: `! { ${signs.map(({ test }) => test).join(' ||\n  ')}; }`,
});
