import { type Problem, unless } from '@bizflow/kernel';
import type { Region } from '../region.ts';
import type { Catalog } from '../sheet-of.ts';

/**
 * A Global Datastore has one primary, at most two secondaries, and equal nodes, large or bigger
 * and no T (ElastiCache user guide, "Global Datastore prerequisites and limitations").
 */
const globalDatastores = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap((region) => {
    const { global } = region.redis;
    if (global === null) return [];
    const members = Object.values(catalog).filter((other) => other.redis.global?.id === global.id);
    const primaries = members.filter((other) => other.redis.global?.role === 'primary');
    return [
      ...unless(primaries.length === 1, {
        code: 'GLOBAL_DATASTORE_PRIMARY',
        at: `${region.id}.redis.global`,
        value: global.id,
        reason: `has ${primaries.length} primaries`,
        remedy: 'choose exactly one primary',
      }),
      ...unless(members.length - primaries.length <= 2, {
        code: 'GLOBAL_DATASTORE_MEMBERS',
        at: `${region.id}.redis.global`,
        value: global.id,
        reason: `has ${members.length - primaries.length} secondaries`,
        remedy: 'keep at most two',
      }),
      ...sizes(region, primaries[0]),
    ];
  });

const sizes = ({ id, redis }: Region, primary: Region | undefined): readonly Problem[] => {
  const at = `${id}.redis.node`;
  return [
    ...unless(!/^cache\.t|\.(micro|small|medium)$/.test(redis.node), {
      code: 'GLOBAL_DATASTORE_SIZE',
      at,
      value: redis.node,
      reason: 'is too small for a Global Datastore',
      remedy: 'use an M or R node, large or larger',
    }),
    ...unless(primary === undefined || primary.redis.node === redis.node, {
      code: 'GLOBAL_DATASTORE_UNEQUAL',
      at,
      value: redis.node,
      reason: `differs from ${primary?.redis.node}, the node type of the primary`,
      remedy: 'use one node type in every member',
    }),
  ];
};

// ElastiCache user guide, "Replication": five at most, and Multi-AZ needs one to fail over to.
const replicas = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, redis: { replicas: count, multiAz } }) => {
    const least = multiAz ? 1 : 0;
    return unless(Number.isInteger(count) && count >= least && count <= 5, {
      code: 'REDIS_REPLICAS',
      at: `${id}.redis.replicas`,
      value: count,
      reason: `must be >= ${least} and <= 5, as ElastiCache requires with multiAz ${multiAz}`,
      remedy: `choose ${least} to 5`,
    });
  });

// The module `elasticache` accepts connections with TLS alone, in every region.
const encrypted = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, redis: { tls } }) =>
    unless(tls, {
      code: 'REDIS_TLS',
      at: `${id}.redis.tls`,
      value: tls,
      reason: 'must be true: Redis accepts only connections with TLS, and holds personal data',
      remedy: 'write true',
    }),
  );

/** A replication group has TLS, replicas that AWS accepts, and a Global Datastore the right members. */
export const redisRules = (catalog: Catalog): readonly Problem[] => [
  ...encrypted(catalog),
  ...replicas(catalog),
  ...globalDatastores(catalog),
];
