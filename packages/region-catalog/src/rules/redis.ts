import type { Catalog } from '../catalog.ts';
import { fault, type Problem } from '../problem.ts';
import type { Region } from '../region.ts';

/**
 * A Global Datastore has one primary and equal nodes, large or bigger and no T
 * (ElastiCache user guide, "Global Datastore prerequisites and limitations").
 */
export const redis = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap((region) => {
    const {
      id,
      redis: { global },
    } = region;
    if (global === null) return [];
    const members = Object.values(catalog).filter((other) => other.redis.global?.id === global.id);
    const primaries = members.filter((other) => other.redis.global?.role === 'primary');
    const at = `${id}.redis`;
    return [
      ...(primaries.length === 1
        ? []
        : [
            fault(
              'GLOBAL_DATASTORE_PRIMARY',
              `${at}.global`,
              redis.global.id,
              `has ${primaries.length} primaries`,
              'give it exactly one',
            ),
          ]),
      ...sizes(region, primaries[0]),
    ];
  });

const sizes = ({ id, redis }: Region, primary: Region | undefined): readonly Problem[] => {
  const at = `${id}.redis.node`;
  const tooSmall = /^cache\.t|\.(micro|small|medium)$/.test(redis.node);
  return [
    ...(tooSmall
      ? [
          fault(
            'GLOBAL_DATASTORE_SIZE',
            at,
            redis.node,
            'is too small for a Global Datastore',
            'use a large or bigger M or R node',
          ),
        ]
      : []),
    ...(primary === undefined || primary.redis.node === redis.node
      ? []
      : [
          fault(
            'GLOBAL_DATASTORE_UNEQUAL',
            at,
            redis.node,
            `differs from its primary's ${primary.redis.node}`,
            'use one node type in every member',
          ),
        ]),
  ];
};
