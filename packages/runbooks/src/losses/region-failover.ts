import {
  apiHost,
  type Cluster,
  dataPorts,
  type Fleet,
  recoveryTiers,
  type Service,
  secretName,
} from '@bizflow/config';
import {
  answers,
  answersAt,
  clusterReady,
  databaseAvailable,
  lost as gone,
  promoted,
} from '../conditions.ts';
import { dnsFunctions, moveDns } from '../move-dns.ts';
import { notify } from '../notify.ts';
import type { Condition, Runbook, Step } from '../runbook.ts';
import { answer, longCommand, quoted } from '../shell.ts';

/** A whole region is lost, and the catalog names a region that stands by for it. */
export const regionFailover = (from: Cluster, standby: Cluster, fleet: Fleet): Runbook => ({
  cluster: from,
  loss: 'region',
  title: `${from.region.name} (${from.region.id}) is lost; ${standby.region.name} (${standby.region.id}) takes over`,
  tier: recoveryTiers.primaryDatabase,
  truth: [
    `${standby.region.id} holds an asynchronous copy of the database, of Redis and of the objects;`,
    'what had not been copied when the region was lost is lost with it.',
    `The copy's lag is the loss: within ${recoveryTiers.primaryDatabase.rpoMinutes} minutes, or the RPO is not met.`,
  ].join(' '),
  sees: answers(standby),
  lost: gone(
    from.region.id,
    databaseAvailable(from, from.region.database.identifier),
    answers(from),
  ),
  functions: [
    pointSecretAt,
    promotedEndpoint(standby),
    redisEndpoint(standby),
    ...dnsFunctions(from, standby),
  ],
  steps: [
    promote(standby),
    ...(standby.region.redis.global === null ? [] : [failOverRedis(standby)]),
    moveSecret(standby, 'database', 'promoted_endpoint', dataPorts.database),
    moveSecret(standby, 'redis', 'redis_endpoint', dataPorts.redis),
    reachCluster(standby),
    ...fleet.services.flatMap((service) => [
      refreshSecret(standby, service),
      restart(standby, service),
    ]),
    moveDns(from, standby),
    {
      title: 'Verify that the standby answers',
      why: 'Its own load balancer first, whatever DNS says.',
      commands: [],
      condition: answers(standby),
      patienceSeconds: 600,
    },
    {
      title: `Verify that ${apiHost(from.environment)} answers`,
      why: "From where this machine stands; people elsewhere follow within the records' 60 seconds.",
      commands: [],
      condition: answersAt(
        `https://${apiHost(from.environment)}${from.region.dns.healthCheck.path}`,
        'api',
      ),
      patienceSeconds: 600,
    },
    notify(standby, `DR failover complete. Primary region: ${standby.region.id}`),
  ],
  decisions: [
    `Whether to fail over at all: a region that comes back within ${recoveryTiers.primaryDatabase.rtoMinutes} minutes loses less than its copy's lag.`,
    `Render the swapped roles for review: npx nx generate @bizflow/generator:failover --lost=${from.region.id}`,
  ],
  failback: [
    `Keep ${standby.region.id} as writer until ${from.region.id} has been stable for a day.`,
    `Build a new replica in ${from.region.id} from ${standby.region.database.identifier}; never bring the old writer back to life beside it.`,
    'Compare row counts and the newest rows of the old writer with the new one, and keep a snapshot of the old one.',
    'In a quiet hour, promote back by the same steps with the roles swapped, then revert the change of roles.',
  ],
});

const promote = (standby: Cluster): Step => ({
  title: 'Promote the read replica',
  why: 'From here on it takes writes; it never follows the old writer again.',
  commands: [
    longCommand('run aws rds promote-read-replica', {
      region: standby.region.id,
      'db-instance-identifier': standby.region.database.identifier,
      'backup-retention-period': `${standby.region.database.backupDays}`,
    }),
  ],
  condition: promoted(standby, standby.region.database.identifier),
  patienceSeconds: 1800,
});

// AWS puts a prefix of its own before a datastore's id (ElastiCache API, GlobalReplicationGroupIdSuffix).
const failOverRedis = ({ region }: Cluster): Step => {
  const suffix = region.redis.global?.id ?? '';
  const find = (query: string) =>
    answer(
      'aws elasticache describe-global-replication-groups',
      `GlobalReplicationGroups[?ends_with(GlobalReplicationGroupId, '${suffix}')].${query} | [0]`,
      { region: region.id, 'show-member-info': null },
    );
  const datastore = find('GlobalReplicationGroupId');
  return {
    title: 'Fail over the Redis Global Datastore',
    why: 'The secondary takes writes; sessions and queues survive as far as they were copied.',
    commands: [
      longCommand('run aws elasticache failover-global-replication-group', {
        region: region.id,
        'global-replication-group-id': { shell: datastore },
        'primary-region': region.id,
        'primary-replication-group-id': region.redis.identifier,
      }),
    ],
    condition: {
      name: 'redis_is_primary',
      test: `[ ${find(`Members[?ReplicationGroupId == '${region.redis.identifier}'].Role[]`)} = PRIMARY ]`,
    },
    patienceSeconds: 900,
  };
};

const secretString = (cluster: Cluster, secret: string): string =>
  answer('aws secretsmanager get-secret-value', 'SecretString', {
    region: cluster.region.id,
    'secret-id': secretName(cluster, secret),
  });

const moveSecret = (cluster: Cluster, secret: string, endpoint: string, port: number): Step => ({
  title: `Point the secret ${secretName(cluster, secret)} at the new primary`,
  why: 'The services read the address of their data from it, with the same user and password as before.',
  commands: [
    `run point_secret_at ${quoted(cluster.region.id)} ${quoted(secretName(cluster, secret))} "$(${endpoint})"`,
  ],
  condition: {
    name: `${secret}_secret_moved`,
    test: `case ${secretString(cluster, secret)} in *"@$(${endpoint}):${port}"*) true ;; *) false ;; esac`,
  },
  patienceSeconds: 60,
});

const reachCluster = (cluster: Cluster): Step => ({
  title: `Reach the cluster ${cluster.name}`,
  why: 'kubectl gets a context of the same name.',
  commands: [
    longCommand('run aws eks update-kubeconfig', {
      region: cluster.region.id,
      name: cluster.name,
      alias: cluster.name,
    }),
  ],
  condition: clusterReady(cluster),
  patienceSeconds: 120,
});

const inNamespace = (cluster: Cluster, { name }: Service): string =>
  `kubectl --context ${cluster.name} --namespace bizflow-${name}`;

const refreshSecret = (cluster: Cluster, service: Service): Step => ({
  title: `Copy the secrets of ${service.name} into the cluster now`,
  why: 'The External Secrets Operator would come by within the hour.',
  commands: [
    `run ${inNamespace(cluster, service)} annotate externalsecret ${service.name} --overwrite ${quoted('force-sync=')}"$incident"`,
  ],
  condition: {
    name: `secrets_of_${service.name.replaceAll('-', '_')}_copied`,
    test: `${inNamespace(cluster, service)} get secret ${service.name} --output ${quoted('jsonpath={.data.DATABASE_URL}')} | base64 -d | grep -qF "@$(promoted_endpoint):"`,
  },
  patienceSeconds: 300,
});

const restart = (cluster: Cluster, service: Service): Step => {
  const field = (path: string): string =>
    `"$(${inNamespace(cluster, service)} get rollout ${service.name} --output ${quoted(`jsonpath={${path}}`)})"`;
  const condition: Condition = {
    name: `${service.name.replaceAll('-', '_')}_restarted`,
    test: [
      `[ ${field('.metadata.annotations.bizflow\\.io/incident')} = "$incident" ] &&`,
      `  [ ${field('.status.phase')} = Healthy ]`,
    ].join('\n'),
  };
  return {
    title: `Restart the pods of ${service.name}`,
    why: 'A pod keeps the secrets it started with.',
    commands: [
      [
        `run ${inNamespace(cluster, service)} patch rollout ${service.name} --type merge --patch`,
        `"{\\"metadata\\":{\\"annotations\\":{\\"bizflow.io/incident\\":\\"$incident\\"}},\\"spec\\":{\\"restartAt\\":\\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\\"}}"`,
      ].join(' \\\n  '),
    ],
    condition,
    patienceSeconds: 900,
  };
};

// The secret goes from program to program and is never on a command line, where others may read it.
const pointSecretAt = `# Region, secret, host: puts another host into the URL that the secret holds.
point_secret_at() {
  url=$(aws secretsmanager get-secret-value --region "$1" --secret-id "$2" --query SecretString --output text)
  case $url in *@*) ;; *) echo "$2 holds no URL with a user" >&2; return 1 ;; esac
  printf '%s' "$url" | sed "s#@[^:/?]*#@$3#" |
    aws secretsmanager put-secret-value --region "$1" --secret-id "$2" --secret-string file:///dev/stdin
}`;

const promotedEndpoint = ({ region }: Cluster): string => `promoted_endpoint() {
  ${longCommand('aws rds describe-db-instances', {
    region: region.id,
    'db-instance-identifier': region.database.identifier,
    query: 'DBInstances[0].Endpoint.Address',
    output: 'text',
  }).replaceAll('\n', '\n  ')}
}`;

const redisEndpoint = ({ region }: Cluster): string => `redis_endpoint() {
  ${longCommand('aws elasticache describe-replication-groups', {
    region: region.id,
    'replication-group-id': region.redis.identifier,
    query: 'ReplicationGroups[0].NodeGroups[0].PrimaryEndpoint.Address',
    output: 'text',
  }).replaceAll('\n', '\n  ')}
}`;
