import type { Cluster, Fleet } from '@bizflow/config';
import { apiHost } from '@bizflow/config/names';
import { dataPorts, dns } from '@bizflow/config/network';
import { patience, recoveryTiers } from '@bizflow/config/recovery';
import { answers, answersAt, databaseAvailable, lost as gone } from '../conditions.ts';
import type { Runbook } from '../runbook.ts';
import { dnsFunctions, moveDns } from '../steps/move-dns.ts';
import { notify } from '../steps/notify.ts';
import { reachCluster, refreshSecret, restart } from '../steps/pods.ts';
import { failOverRedis, promote, promotedEndpoint, redisEndpoint } from '../steps/promote.ts';
import { moveSecret, pointSecretAt } from '../steps/secret.ts';

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
      patienceSeconds: patience.publicAnswer,
    },
    {
      title: `Verify that ${apiHost(from.environment)} answers`,
      why: `From where this machine stands; people elsewhere follow within the records' ${dns.failoverTtlSeconds} seconds.`,
      commands: [],
      condition: answersAt(
        `https://${apiHost(from.environment)}${from.region.dns.healthCheck.path}`,
        'api',
      ),
      patienceSeconds: patience.publicAnswer,
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
