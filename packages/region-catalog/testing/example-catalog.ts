import { euTerritories } from '../src/areas.ts';
import { type CountryCode, euMembers } from '../src/countries.ts';
import { lawsOf } from '../src/moves/laws-of.ts';
import { bucket, cluster, database, dns, type Place, place, redis } from './place.ts';

const [hub, standby] = ['xx-central-1', 'xx-east-1'];
// A law goes from the table when the last of its people are served no more: the places of the tests stay.
const lawsFor = (...people: readonly CountryCode[]): string[] => [...lawsOf(people)];

const datastore = 'example-redis-global';

/**
 * Four places that belong to the tests: a hub, the standby that follows it, and two that keep all at
 * home, one of them under the law of many countries. No change of the fleet touches them.
 */
export const exampleCatalog = {
  'xx-central-1': place('xx-central-1', 1, {
    ...{ country: 'IN', serves: ['IN'], regulations: lawsFor('IN') },
    fallback: { kind: 'region', region: standby },
    cluster: cluster(12),
    database: database({ writer: hub, instance: 'db.r6g.2xlarge', storageGb: 500 }),
    redis: redis({ id: datastore, role: 'primary' }),
    buckets: [bucket(standby)],
    dns: dns(['IN', '*']),
  }),
  'xx-east-1': place('xx-east-1', 2, {
    ...{ country: 'SG', serves: ['SG', 'MY'], regulations: lawsFor('SG', 'MY') },
    database: database({
      ...{ role: 'replica', writer: hub, source: hub, storageGb: 500, multiAz: false },
    }),
    redis: redis({ id: datastore, role: 'secondary' }),
    dns: dns(['SG', 'MY']),
  }),
  'xx-north-1': place('xx-north-1', 3, {
    ...{ country: 'BH', serves: ['AE'], regulations: lawsFor('AE'), dns: dns(['AE']) },
  }),
  'xx-west-1': place('xx-west-1', 4, {
    ...{
      country: 'GB',
      serves: ['GB', ...euMembers, ...euTerritories],
      regulations: lawsFor('GB', ...euMembers),
    },
    dns: dns(['GB', 'EU']),
  }),
} satisfies Record<string, Place>;

/** The example places, free to be changed. */
export type Examples = typeof exampleCatalog;
