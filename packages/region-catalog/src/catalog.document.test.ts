import { describe, expect, expectTypeOf, it } from 'vitest';
import { catalog } from './catalog.ts';
import { regionIds } from './region-ids.ts';
import { sheets } from './sheets.ts';

// The tables of the document, unchanged; what it says in words is in the second column.
const vpcs = [
  ['ap-south-1', '10.1.0.0/16', '10.1.1-3.0/24', '10.1.11-13.0/24', '10.1.21-23.0/24'],
  ['ap-southeast-1', '10.2.0.0/16', '10.2.1-3.0/24', '10.2.11-13.0/24', '10.2.21-23.0/24'],
  ['me-south-1', '10.3.0.0/16', '10.3.1-3.0/24', '10.3.11-13.0/24', '10.3.21-23.0/24'],
  ['eu-west-2', '10.4.0.0/16', '10.4.1-3.0/24', '10.4.11-13.0/24', '10.4.21-23.0/24'],
] as const;

const databases = [
  ['ap-south-1', 'Primary Writer', 'db.r6g.2xlarge', '500GB gp3', '35 days'],
  ['ap-southeast-1', 'DR Replica', 'db.r6g.xlarge', '500GB gp3', '35 days'],
  ['me-south-1', 'Regional Writer', 'db.r6g.xlarge', '200GB gp3', '35 days'],
  ['eu-west-2', 'Regional Writer', 'db.r6g.xlarge', '200GB gp3', '35 days'],
] as const;

const targets = [
  ['India', 'ap-south-1', ['DPDP']],
  ['Singapore', 'ap-southeast-1', ['PDPA-SG', 'PDPA-MY']],
  ['UAE', 'me-south-1', ['UAE-PDPL']],
  ['UK', 'eu-west-2', ['GDPR']],
] as const;

const routes = [
  ['ap-south-1', ['IN', '*'], 'hc-india'],
  ['ap-southeast-1', ['SG', 'MY'], 'hc-singapore'],
  ['me-south-1', ['AE'], 'hc-uae'],
  ['eu-west-2', ['GB', 'EU'], 'hc-uk'],
] as const;

/** `10.1.11-13.0/24` as its three blocks. */
const blocks = (range: string): string[] => {
  const [, head, first, last, tail] = /^(\d+\.\d+\.)(\d+)-(\d+)(\.0\/24)$/.exec(range) ?? [];
  const [from, to] = [Number(first), Number(last)];
  return Array.from({ length: to - from + 1 }, (_, step) => `${head}${from + step}${tail}`);
};

describe('the catalog says what the document says', () => {
  it('of the target regions, in their order', () => {
    const documented: readonly string[] = targets.map(([, id]) => id);
    expect(regionIds.filter((id) => documented.includes(id))).toEqual(documented);
  });

  it.each(targets)('of %s: its id and its laws', (name, id, laws) => {
    expect(catalog[id]).toMatchObject({ id, name, regulations: laws });
  });

  it.each(vpcs)('of the addresses of %s', (id, vpc, ...tiers) => {
    const [open, closed, database] = tiers.map(blocks);
    expect(catalog[id].network).toEqual({ vpc, public: open, private: closed, database });
    expect(catalog[id].zones).toEqual([`${id}a`, `${id}b`, `${id}c`]);
  });

  it.each(databases)('of the database of %s', (id, role, instance, storage, retention) => {
    const { database } = catalog[id];
    expect(role).toMatch(new RegExp(database.role, 'i'));
    expect(`${database.storageGb}GB ${database.storageType}`).toBe(storage);
    expect(`${database.backupDays} days`).toBe(retention);
    expect(database.instance).toBe(instance);
    expect(database.multiAz).toBe(role !== 'DR Replica');
    expect(database.source).toBe(role === 'DR Replica' ? 'ap-south-1' : null);
  });

  it.each(regionIds)('of the keys of %s', (region) => {
    expect(catalog[region].keys).toEqual({
      database: { alias: `bizflow/db-${region}`, scope: 'regional', rotation: 'annual' },
      storage: { alias: `bizflow/s3-${region}`, scope: 'regional', rotation: 'annual' },
      secrets: { alias: 'bizflow/secrets', scope: 'multi-region', rotation: 'automatic' },
      application: { alias: 'bizflow/app', scope: 'multi-region', rotation: 'annual' },
    });
  });

  it.each(routes)('of the way to %s and its health check', (id, locations, name) => {
    expect(catalog[id].dns.locations).toEqual(locations);
    expect(catalog[id].dns.healthCheck).toEqual({
      name,
      path: '/health',
      intervalSeconds: 10,
      failureThreshold: 3,
      checkers: ['us-east-1', 'eu-west-1', 'ap-southeast-1'],
    });
  });

  it('of the names in the runbook of the failover', () => {
    expect(catalog['ap-south-1'].database.identifier).toBe('bizflow-primary');
    expect(catalog['ap-southeast-1'].database.identifier).toBe('bizflow-replica-singapore');
    expect(catalog['ap-southeast-1'].redis.identifier).toBe('bizflow-redis-singapore');
    expect(catalog['ap-southeast-1'].redis.global.id).toBe('bizflow-redis-global');
    expect(sheets['ap-south-1'].buckets[0].replicatesTo).toBe('ap-southeast-1');
  });

  it.each(regionIds)('of the cache and the instances of %s', (id) => {
    expect(catalog[id].redis).toMatchObject({ multiAz: true, tls: true });
    expect(catalog[id].cluster.nodes.instance).toMatch(/^[a-z]\dg\./);
    expect(sheets[id].buckets[0].storageClass).toBe('INTELLIGENT_TIERING');
  });
});

it('keeps the literal types of the document through the import', () => {
  expectTypeOf(catalog['eu-west-2'].network.vpc).toEqualTypeOf<'10.4.0.0/16'>();
  expectTypeOf(catalog['ap-south-1'].database.storageGb).toEqualTypeOf<500>();
  expectTypeOf(catalog['me-south-1'].country).toEqualTypeOf<'BH'>();
  expectTypeOf(sheets['ap-southeast-1'].serves).toEqualTypeOf<readonly ['SG', 'MY']>();
  expectTypeOf(catalog['eu-west-2'].zones.length).toEqualTypeOf<3>();
});
