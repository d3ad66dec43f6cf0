import type { Breakage } from './breakage.ts';

/** Breaks caches and the Global Datastore. */
export const caches: readonly Breakage[] = [
  [
    'a datastore without a primary',
    (c) => (c['ap-south-1'].redis.global = null),
    'GLOBAL_DATASTORE_PRIMARY',
    'EXCEPTION_UNUSED',
  ],
  [
    'a datastore with two primaries',
    (c) => (c['ap-southeast-1'].redis.global = { id: 'bizflow-redis-global', role: 'primary' }),
    'GLOBAL_DATASTORE_PRIMARY',
    'GLOBAL_DATASTORE_PRIMARY',
    'EXCEPTION_UNUSED',
  ],
  [
    'a datastore of small nodes',
    (c) => {
      c['ap-south-1'].redis.node = 'cache.t4g.medium';
      c['ap-southeast-1'].redis.node = 'cache.t4g.medium';
    },
    'GLOBAL_DATASTORE_SIZE',
    'GLOBAL_DATASTORE_SIZE',
  ],
  [
    'a secondary unlike its primary',
    (c) => (c['ap-southeast-1'].redis.node = 'cache.r6g.xlarge'),
    'GLOBAL_DATASTORE_UNEQUAL',
  ],
  [
    'a datastore of four',
    (c) => {
      const global = { id: 'bizflow-redis-global', role: 'secondary' };
      c['me-south-1'].redis.global = global;
      c['eu-west-2'].redis.global = global;
    },
    'GLOBAL_DATASTORE_MEMBERS',
    'GLOBAL_DATASTORE_MEMBERS',
    'GLOBAL_DATASTORE_MEMBERS',
    'GLOBAL_DATASTORE_MEMBERS',
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
  ],
  ['Multi-AZ without a replica', (c) => (c['eu-west-2'].redis.replicas = 0), 'REDIS_REPLICAS'],
  ['six replicas', (c) => (c['eu-west-2'].redis.replicas = 6), 'REDIS_REPLICAS'],
];
