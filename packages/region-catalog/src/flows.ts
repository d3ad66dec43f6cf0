import type { Region } from './region.ts';
import type { RegionId } from './region-ids.ts';
import type { Catalog } from './sheet-of.ts';

/** The kinds of data flow between regions in the catalog. */
export type FlowKind =
  | 'rest'
  | 'write'
  | 'database-replica'
  | 'redis-replica'
  | 'bucket-replica'
  | 'backup-copy'
  | 'fallback'
  | 'move';

/** One movement of data that a fact sheet orders; `at` is the fact that orders it. */
export interface DataFlow {
  readonly flow: FlowKind;
  readonly from: RegionId;
  readonly to: RegionId;
  readonly at: string;
}

/** Every movement of tenants' data that the catalog orders, in the order of its regions. */
export const dataFlows = (catalog: Catalog): readonly DataFlow[] =>
  Object.values(catalog).flatMap((region) => [
    { flow: 'rest', from: region.id, to: region.id, at: `${region.id}.country` } as const,
    ...databaseFlows(region),
    ...redisFlows(region, catalog),
    ...region.buckets.flatMap(({ replicatesTo }, index) =>
      edge('bucket-replica', region.id, replicatesTo, `buckets[${index}].replicatesTo`, region),
    ),
    ...(region.fallback.kind === 'region'
      ? edge('fallback', region.id, region.fallback.region, 'fallback.region', region)
      : []),
    ...edge('move', region.life.copies?.from ?? region.id, region.id, 'life.copies', region),
  ]);

const edge = (
  flow: FlowKind,
  from: RegionId,
  to: RegionId | null,
  fact: string,
  { id }: Region,
): readonly DataFlow[] =>
  to === null || from === to ? [] : [{ flow, from, to, at: `${id}.${fact}` }];

// Backups of a region, of its database and its buckets, are copied to where the replica of its database is.
const databaseFlows = (region: Region): readonly DataFlow[] => {
  const { writer, source } = region.database;
  const copied = (flow: FlowKind) =>
    source === null ? [] : edge(flow, source, region.id, 'database.source', region);
  return [
    ...edge('write', region.id, writer, 'database.writer', region),
    ...copied('database-replica'),
    ...copied('backup-copy'),
  ];
};

// A Global Datastore copies from its one primary to each secondary (ElastiCache user guide).
const redisFlows = (region: Region, catalog: Catalog): readonly DataFlow[] =>
  primariesOf(region, catalog).flatMap(({ id }) =>
    edge('redis-replica', id, region.id, 'redis.global', region),
  );

/** The regions whose Redis a secondary copies: one, where the catalog is sound. */
export const primariesOf = ({ redis: { global } }: Region, catalog: Catalog): readonly Region[] =>
  global?.role !== 'secondary'
    ? []
    : Object.values(catalog).filter(
        ({ redis }) => redis.global?.id === global.id && redis.global.role === 'primary',
      );
