import { onceForBoth } from '@bizflow/kernel';
import { areaOf } from './areas.ts';
import type { CountryCode } from './countries.ts';
import type { Region } from './region.ts';
import type { RegionId } from './region-ids.ts';
import { type Catalog, sheetOf } from './sheet-of.ts';

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

/** A movement of data, with the people whose data it carries. */
export interface PeopledFlow extends DataFlow {
  readonly subjects: readonly CountryCode[];
}

/** A flow that takes the data of these people out of the area of their law. */
export type Crossing = PeopledFlow;

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

/** Every movement of {@link dataFlows}, each with all people whose data it carries; some carry none. */
export const peopledFlows = (catalog: Catalog): readonly PeopledFlow[] =>
  dataFlows(catalog).map((flow) => ({ ...flow, subjects: subjectsOf(flow, catalog) }));

/**
 * The flows that leave the area of a served country's law, each with the people it concerns. Inside the
 * European Economic Area data moves as at home. Between two regions of one country it crosses no border: the flow that
 * brought it to the first has the legal basis, which is one of the country (docs/decisions/0078).
 */
export const crossings = (catalog: Catalog): readonly Crossing[] =>
  peopledFlows(catalog).flatMap((flow) => {
    const [origin, home] = [flow.from, flow.to].map((id) => sheetOf(catalog, id)?.country);
    if (flow.from !== flow.to && origin !== undefined && origin === home) return [];
    const subjects = flow.subjects.filter(
      (country) => home === undefined || areaOf(country) !== areaOf(home),
    );
    return subjects.length === 0 ? [] : [{ ...flow, subjects }];
  });

type Way = Pick<DataFlow, 'flow' | 'from' | 'to'>;

/**
 * The flows that a catalog orders and the law allows: they cross no border, or one of the exceptions names
 * their way. Whether it names all people too, `residencyRules` says.
 */
export const allowedFlows = onceForBoth(
  (catalog: Catalog, exceptions: readonly Way[]): readonly Way[] => {
    const abroad = crossings(catalog);
    const isSame = (one: Way, { flow, from, to }: DataFlow) =>
      one.flow === flow && one.from === from && one.to === to;
    const atHome = dataFlows(catalog).filter((flow) => !abroad.some((one) => isSame(one, flow)));
    return [...exceptions, ...atHome];
  },
);

// A replica copies all data of its writer, and so does a backup, also that of other regions that write there.
// The replica's own people are not among them: their data comes back to where it is placed.
const subjectsOf = (flow: DataFlow, catalog: Catalog): readonly CountryCode[] => {
  const { flow: kind, from, to } = flow;
  // Nothing comes out of a region that is gone.
  if (kind === 'move' && sheetOf(catalog, from) === undefined) return [];
  if (kind === 'move') return sheetOf(catalog, to)?.life.copies?.people ?? [];
  const isOfTheDatabase = kind === 'database-replica' || kind === 'backup-copy';
  const followers = Object.values(catalog)
    .filter(({ database }) => isOfTheDatabase && database.writer === from)
    .flatMap(({ id, serves }) => (id === from || id === to ? [] : serves));
  // What rests in a region, or is copied out of it, is of its own people, and of those whom a move left there.
  const { serves = [], life } = sheetOf(catalog, from) ?? {};
  const kept = kind === 'write' || kind === 'fallback' ? [] : (life?.keeps ?? []);
  return [...new Set([...serves, ...kept, ...followers])];
};

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
const redisFlows = (region: Region, catalog: Catalog): readonly DataFlow[] => {
  const { global } = region.redis;
  if (global?.role !== 'secondary') return [];
  return Object.values(catalog)
    .filter(({ redis }) => redis.global?.id === global.id && redis.global.role === 'primary')
    .flatMap(({ id }) => edge('redis-replica', id, region.id, 'redis.global', region));
};
