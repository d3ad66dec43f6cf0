import type { Breakage } from './breakage.ts';

/** Breaks caches and the Global Datastore. */
export const caches: readonly Breakage[] = [
  [
    'a datastore without a primary',
    (c) => (c['xx-central-1'].redis.global = null),
    'GLOBAL_DATASTORE_PRIMARY',
    'EXCEPTION_UNUSED',
  ],
  [
    'a datastore with two primaries',
    (c) => (c['xx-east-1'].redis.global = { id: 'example-redis-global', role: 'primary' }),
    'GLOBAL_DATASTORE_PRIMARY',
    'GLOBAL_DATASTORE_PRIMARY',
    'EXCEPTION_UNUSED',
  ],
  [
    'a datastore of small nodes',
    (c) => {
      c['xx-central-1'].redis.node = 'cache.t4g.medium';
      c['xx-east-1'].redis.node = 'cache.t4g.medium';
    },
    'GLOBAL_DATASTORE_SIZE',
    'GLOBAL_DATASTORE_SIZE',
  ],
  [
    'a secondary unlike its primary',
    (c) => (c['xx-east-1'].redis.node = 'cache.r6g.xlarge'),
    'GLOBAL_DATASTORE_UNEQUAL',
  ],
  [
    'a datastore of four',
    (c) => {
      const global = { id: 'example-redis-global', role: 'secondary' };
      c['xx-north-1'].redis.global = global;
      c['xx-west-1'].redis.global = global;
    },
    'GLOBAL_DATASTORE_MEMBERS',
    'GLOBAL_DATASTORE_MEMBERS',
    'GLOBAL_DATASTORE_MEMBERS',
    'GLOBAL_DATASTORE_MEMBERS',
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
  ],
  ['Multi-AZ without a replica', (c) => (c['xx-west-1'].redis.replicas = 0), 'REDIS_REPLICAS'],
  ['six replicas', (c) => (c['xx-west-1'].redis.replicas = 6), 'REDIS_REPLICAS'],
  ['Redis without TLS', (c) => (c['xx-west-1'].redis.tls = false), 'REDIS_TLS'],
];
