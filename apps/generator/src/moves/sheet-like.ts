import type { Fleet } from '@bizflow/config';
import type { AwsRegion } from '@bizflow/config/aws';
import type { Sheet } from '@bizflow/region-catalog';
import { newRegion } from '../scaffold/new-region.ts';

/** What a person says of the region that a move begins; the rest is as in the region that people leave. */
export interface Newcomer {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly octet: number;
}

/** A fact sheet of the size of another one, which serves no people yet. */
export const sheetLike = (from: Sheet, own: Newcomer, known: AwsRegion | undefined): Sheet => {
  const plain = newRegion({ ...own, serves: '', regulations: '' }, known);
  return {
    ...plain,
    cluster: from.cluster,
    keys: { ...plain.keys, ...sharedKeys(from) },
    database: {
      ...from.database,
      ...{ identifier: plain.database.identifier, role: 'writer', writer: plain.id, source: null },
    },
    redis: { ...from.redis, identifier: plain.redis.identifier, global: null },
    buckets: from.buckets.map((bucket) => ({ ...bucket, replicatesTo: null })),
    dns: { locations: [], healthCheck: { ...from.dns.healthCheck, name: `hc-${own.id}` } },
  };
};

// A multi-region key is one key: a new region has it by the name that it has in every other.
const sharedKeys = ({ keys }: Sheet): Partial<Sheet['keys']> =>
  Object.fromEntries(Object.entries(keys).filter(([, { scope }]) => scope === 'multi-region'));

/** The same as the standby of a region: its database and Redis follow from their first minute. */
export const standbyLike = (from: Sheet, own: Newcomer, known: AwsRegion | undefined): Sheet => {
  const plain = sheetLike(from, own, known);
  const { global } = from.redis;
  return {
    ...plain,
    database: {
      ...plain.database,
      identifier: `bizflow-replica-${own.id}`,
      ...{ role: 'replica', writer: from.id, source: from.id },
    },
    redis: { ...plain.redis, global: global === null ? null : { ...global, role: 'secondary' } },
  };
};

/** The lowest second number of 10.x.0.0/16 that no VPC of the fleet has. */
export const freeOctet = ({ sheets, environments }: Fleet): number => {
  const taken = [
    ...Object.values(sheets).map(({ network }) => network),
    ...environments.flatMap(({ sites }) =>
      typeof sites === 'string' ? [] : sites.map(({ network }) => network),
    ),
  ].map(({ vpc }) => Number(vpc.split('.')[1]));
  let free = 1;
  while (taken.includes(free)) free += 1;
  return free;
};
