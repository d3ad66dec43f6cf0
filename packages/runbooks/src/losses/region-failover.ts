import { type Cluster, type Fleet, servicesIn, variables } from '@bizflow/config';
import { replicaLag } from '@bizflow/config/alarms';
import { apiHost } from '@bizflow/config/names';
import { dataPorts, dns } from '@bizflow/config/network';
import { recoveryTiers, stepTimeouts } from '@bizflow/config/recovery';
import { answers, apiAnswers, databaseServes, named, rdsAnswers } from '../conditions.ts';
import type { Condition, Runbook, Step } from '../runbook.ts';
import { together } from '../stages.ts';
import { dnsFunctions, moveDns } from '../steps/move-dns.ts';
import { notify } from '../steps/notify.ts';
import { reachCluster, refreshSecret, restart } from '../steps/pods.ts';
import { failOverRedis, promote, promotedEndpoint, redisEndpoint } from '../steps/promote.ts';
import { moveSecret, pointSecretAt } from '../steps/secret.ts';

/** A whole region is lost, and the catalog names its standby region. */
export const regionFailover = (from: Cluster, standby: Cluster, fleet: Fleet): Runbook => ({
  cluster: from,
  loss: 'region',
  title: `${from.region.name} (${from.region.id}) is lost; ${standby.region.name} (${standby.region.id}) takes over`,
  objective: {
    tier: recoveryTiers.primaryDatabase,
    copy: { by: 'cross-region async replication', alarm: replicaLag.name },
    instead: null,
  },
  truth: [
    `${standby.region.id} has an asynchronous copy of ${copied(from, standby).join(', ')};`,
    'data that was not yet replicated is lost.',
    `The loss equals the replication lag: at most ${recoveryTiers.primaryDatabase.rpoMinutes} minutes, or the RPO is not met.`,
  ].join(' '),
  sees: answers(standby),
  lost: writerLost(from),
  functions: [
    pointSecretAt,
    promotedEndpoint(standby),
    redisEndpoint(standby),
    ...dnsFunctions(from, standby),
  ],
  steps: steps(from, standby, fleet),
  decisions: [
    `Whether to fail over at all: if the region comes back within ${recoveryTiers.primaryDatabase.rtoMinutes} minutes, waiting loses less data than the replication lag.`,
    `Swap the roles in the facts, then render and review: npx nx generate @bizflow/generator:failover --lost=${from.region.id}`,
  ],
  failback: [
    `Keep ${standby.region.id} as writer until ${from.region.id} has been stable for one day; never start the old writer again while ${standby.region.id} is the writer.`,
    `Then follow docs/runbooks/${from.region.id}/failback.md: the render with the swapped roles writes it.`,
  ],
});

/**
 * The writer does not serve, and that is known: either RDS answers and says so, or nothing of the region
 * answers. An outage of RDS's API alone, while the load balancer answers, is not a loss.
 */
const writerLost = (from: Cluster): Condition => ({
  name: named('lost', from.region.id),
  test: [
    `! { ${databaseServes(from, from.region.database.identifier).test}; } &&`,
    `  { ${rdsAnswers(from).test} || ! ${answers(from).test}; }`,
  ].join('\n'),
});

/** What the standby has a copy of, by the facts that also make the copies. */
const copied = (from: Cluster, standby: Cluster): readonly string[] => [
  'the database',
  ...(standby.region.redis.global === null ? [] : ['Redis']),
  ...(from.region.buckets.some(({ replicatesTo }) => replicatesTo === standby.region.id)
    ? ['the objects']
    : []),
];

const steps = (from: Cluster, standby: Cluster, fleet: Fleet): readonly Step[] => [
  ...together(
    promote(standby),
    ...(standby.region.redis.global === null ? [] : [failOverRedis(standby)]),
  ),
  moveSecret(standby, variables.DATABASE_URL.secret, 'promoted_endpoint', dataPorts.database),
  moveSecret(standby, variables.REDIS_URL.secret, 'redis_endpoint', dataPorts.redis),
  reachCluster(standby),
  ...together(...servicesIn(standby, fleet).map((service) => refreshSecret(standby, service))),
  ...together(...servicesIn(standby, fleet).map((service) => restart(standby, service))),
  moveDns(from, standby),
  ...verified(from, standby),
  notify(standby, `DR failover complete. Primary region: ${standby.region.id}`),
];

const verified = (from: Cluster, standby: Cluster): readonly Step[] => [
  {
    title: 'Verify that the standby answers',
    why: 'This checks its load balancer directly, without Route 53.',
    commands: [],
    condition: answers(standby),
    timeoutSeconds: stepTimeouts.publicAnswer,
  },
  {
    title: `Verify that ${apiHost(from.environment)} answers`,
    why: `This checks from this machine; other resolvers follow within ${dns.failoverTtlSeconds} seconds, the TTL of the records.`,
    commands: [],
    condition: apiAnswers(from),
    timeoutSeconds: stepTimeouts.publicAnswer,
  },
];
