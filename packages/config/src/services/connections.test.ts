import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { standbyOf, takenOver } from '../failover/failover.ts';
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

const regions = Object.values(committed.catalog);

it.each(regions.filter(({ id }) => standbyOf(committed.catalog, id) !== undefined))(
  'lets a standby take over the writes of $id',
  ({ id }) => {
    expect(connectionRules({ ...committed, ...takenOver(committed, id) })).toEqual([]);
  },
);
