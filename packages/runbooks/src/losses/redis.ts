import type { Cluster } from '@bizflow/config';
import { awsAnswers, lost, redisAvailable } from '../conditions.ts';
import type { Runbook } from '../runbook.ts';
import { notify } from '../steps/notify.ts';
import { applyRoot, talk } from '../steps/terraform.ts';

/** The region is available, but its Redis is lost and Multi-AZ cannot repair it. */
export const redisLost = (cluster: Cluster): Runbook => {
  const { redis, fallback } = cluster.region;
  return {
    cluster,
    loss: 'redis',
    title: `${redis.identifier} is lost`,
    objective: null,
    truth:
      'Redis has sessions and queues, which can be rebuilt: users sign in again, and unsent messages are read from the database again. The document sets no RPO for it.',
    sees: awsAnswers(cluster),
    lost: lost(redis.identifier, redisAvailable(cluster)),
    functions: [talk],
    steps: [
      applyRoot(cluster, 'module.elasticache', redisAvailable(cluster)),
      notify(cluster, `${redis.identifier} is back, empty.`),
    ],
    decisions:
      redis.global?.role === 'primary' && fallback.kind === 'region'
        ? [
            `Whether to fail over the Global Datastore ${redis.global.id} to ${fallback.region} instead: follow that step of the runbook of the lost region; writes then go to ${fallback.region}.`,
          ]
        : [],
    failback: [],
  };
};
