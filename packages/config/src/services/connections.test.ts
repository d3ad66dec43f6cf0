import { committed, exampleFleet } from '@bizflow/config/testing';
import type { Region } from '@bizflow/region-catalog';
import { describe, expect, it } from 'vitest';
import { standbyOf, takenOver } from '../failover/failover.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { connectionRules } from './connection-rules.ts';
import { acceptedBy, connectionPolicy } from './connections.ts';

it('accepts what RDS does by default, less a reserve', () => {
  expect(acceptedBy('db.r6g.2xlarge')).toBe(connectionPolicy.most - connectionPolicy.reserved);
  expect(acceptedBy('db.r6g.xlarge')).toBeGreaterThan(3000);
  expect(acceptedBy('db.r6g.xlarge')).toBeLessThan(3604);
});

it.each(['db.x9.large', 'db.r6g.huge', '', 'r6g.large'])('knows of no room on %j', (instance) => {
  expect(acceptedBy(instance)).toBe(0);
});

type Catalogs = Readonly<Record<string, Region | undefined>>;

const regions = Object.values(committed.catalog);

it.each(regions.filter(({ id }) => standbyOf(committed.catalog, id) !== undefined))(
  'lets a standby take over the writes of $id',
  ({ id }) => {
    expect(connectionRules({ ...committed, ...takenOver(committed, id) })).toEqual([]);
  },
);

it('says how many connections a pod opens, and nothing of an instance that does not exist', () => {
  const [[id = '', region] = []] = Object.entries<Region>(exampleFleet().catalog);
  if (region === undefined) throw new RangeError('no region');
  const said = (instance: string) => {
    const own = { ...region, database: { ...region.database, instance } };
    return connectionRules({ ...exampleFleet(), catalog: { [id]: own } } as unknown as Fleet);
  };
  const [first] = said('db.r6g.large').filter(({ at }) => at.startsWith('production/'));
  expect(first?.remedy).toMatch(
    /services\.variables\.DATABASE_POOL_SIZE, of which each pod opens \d+/,
  );
  expect(said('db.t4g.micro')).toEqual([]);
});

describe('a third region that writes to a database', () => {
  const fleet = exampleFleet();
  const [hub, west] = ['xx-central-1', 'xx-west-1'] as const;
  const withThird = (answers: boolean) => {
    const { [hub]: writer, [west]: third, ...rest } = fleet.catalog as unknown as Catalogs;
    if (writer === undefined || third === undefined) throw new RangeError('the example has both');
    const { database, dns } = third;
    const follower = {
      ...third,
      database: { ...database, instance: writer.database.instance, role: 'replica', writer: hub },
      ...(answers ? {} : { serves: [], dns: { ...dns, locations: [] } }),
    };
    const catalog = { ...rest, [hub]: writer, [west]: follower };
    return connectionRules({ ...fleet, catalog } as unknown as Fleet).map(({ at }) => at);
  };

  it('has room there while it stands by, and not when people are answered by it', () => {
    expect(withThird(false)).toEqual([]);
    expect(withThird(true)).toEqual([`production/${hub}.database.instance`]);
  });
});
