import type { Region } from '@bizflow/region-catalog';
import { clusters } from '../src/clusters/clusters.ts';
import type { EnvironmentName } from '../src/environments/environments.ts';
import { foundations } from '../src/foundation/foundation.ts';
import { committed, nth } from './fleets.ts';

const sheets: readonly Region[] = Object.values(committed.catalog);
const sources = sheets.map(({ database }) => database.source);

/** A region of the fleet whose database is a replica. */
export const standby: Region = nth(
  sheets.filter(({ database }) => database.role === 'replica'),
  0,
);

/** The region that {@link standby} follows. */
export const followed: Region = nth(
  sheets.filter(({ id }) => id === standby.database.source),
  0,
);

/** The regions of the fleet that keep all at home: no copy leaves them, and none comes. */
export const atHome: readonly Region[] = sheets.filter(
  ({ id, database, redis, fallback, buckets }) =>
    database.role === 'writer' &&
    !sources.includes(id) &&
    redis.global === null &&
    fallback.kind === 'static-page' &&
    buckets.every(({ replicatesTo }) => replicatesTo === null),
);

/** The first of them that is not a hub. */
export const loner: Region = nth(
  atHome.filter(({ id }) => id !== foundations.production.hub),
  0,
);

/** The committed cluster of an environment in a region; without a region the first one. */
export const clusterIn = (environment: EnvironmentName, region?: string) =>
  nth(
    clusters(committed).filter(
      ({ environment: { name }, region: { id } }) =>
        name === environment && (region === undefined || id === region),
    ),
    0,
  );
