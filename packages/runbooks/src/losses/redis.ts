import type { Cluster } from '@bizflow/config';
import { awsAnswers, lost, redisAvailable } from '../conditions.ts';
import type { Runbook } from '../runbook.ts';
import { notify } from '../steps/notify.ts';
import { applyRoot, talk } from '../steps/terraform.ts';

/** The region stands, but its Redis is gone or broken beyond Multi-AZ. */
export const redisLost = (cluster: Cluster): Runbook => {
  const { redis, fallback } = cluster.region;
  return {
    cluster,
    loss: 'redis',
    title: `${redis.identifier} is lost`,
    tier: null,
    truth:
      'Redis holds sessions and queues that the database can do without: people sign in again, unsent messages are read anew from the database. The document sets no RPO for it.',
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
            `Whether to fail over the Global Datastore ${redis.global.id} to ${fallback.region} instead: the step stands in the runbook of the lost region; writes then cross to it.`,
          ]
        : [],
    failback: [],
  };
};
