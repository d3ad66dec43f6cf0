import { type Cluster, clusters, fleet } from '@bizflow/config';
import { foundations } from '@bizflow/config/foundation';
import { transitGatewayAsn } from '@bizflow/config/network';
import { atHome, exampleFleet } from '@bizflow/config/testing';
import { dataFlows } from '@bizflow/region-catalog/rules';
import { expect, it } from 'vitest';
import { linkRoot } from './link-root.ts';
import { isLinked, links, reachableBlocks, routesOf } from './links.ts';

const facts = fleet(
  {
    apiVersion: 'images.bizflow.app/v1',
    images: { production: {}, staging: {} },
  },
  {},
);
const all = clusters(facts);
const production = all.filter(({ environment }) => environment.name === 'production');

it('links every region of production with the hub, and staging with nothing', () => {
  expect(links(facts).map(({ hub, spoke }) => `${hub.id} ${spoke.id}`)).toEqual(
    production
      .filter(({ region }) => region.id !== foundations.production.hub)
      .map(({ id }) => `production/${foundations.production.hub} ${id}`),
  );
  expect(all.filter((cluster) => isLinked(cluster, facts))).toEqual(production);
});

it('has a way for each write that leaves a region, and back, and no other', () => {
  const writes = dataFlows(facts.catalog).filter(({ flow }) => flow === 'write');
  for (const cluster of production) {
    const isEnd = writes.some(({ from, to }) => [from, to].includes(cluster.region.id));
    expect([cluster.id, routesOf(cluster, facts).length > 0]).toEqual([cluster.id, isEnd]);
  }
});

it('lets a region that writes elsewhere reach those databases alone, and the answers come back', () => {
  const writesTo = ({ region }: Cluster, { region: { id } }: Cluster) =>
    region.id !== id && region.database.writer === id;
  for (const source of production) {
    const copies = production.filter((copy) => writesTo(copy, source));
    for (const copy of copies) {
      expect(routesOf(copy, facts)).toEqual(
        source.network.database.map((cidr) => ({ tier: 'private', cidr })),
      );
      expect(reachableBlocks(source, copy, facts)).toEqual(source.network.database);
      expect(reachableBlocks(copy, source, facts)).toEqual(copy.network.private);
    }
    if (copies.length === 0) continue;
    expect(routesOf(source, facts)).toEqual(
      copies.flatMap(({ network }) => network.private.map((cidr) => ({ tier: 'database', cidr }))),
    );
  }
  expect(production.some((one) => production.some((other) => writesTo(one, other)))).toBe(true);
});

it('carries nothing to or from a region that keeps all at home', () => {
  for (const { hub, spoke } of links(facts)) {
    if (!atHome.some(({ id }) => id === spoke.region.id)) continue;
    expect([...reachableBlocks(hub, spoke, facts), ...reachableBlocks(spoke, hub, facts)]).toEqual(
      [],
    );
  }
});

it('keeps what a VPC routes and what its links carry the same', () => {
  for (const cluster of production) {
    const carried = links(facts).flatMap(({ hub, spoke }) => {
      if (cluster.id === hub.id) return reachableBlocks(spoke, hub, facts);
      return cluster.id === spoke.id ? reachableBlocks(hub, spoke, facts) : [];
    });
    expect(routesOf(cluster, facts).map(({ cidr }) => cidr)).toEqual(carried);
  }
});

it('gives each gateway its own private AS number', () => {
  const numbers = production.map(({ network }) => transitGatewayAsn(network));
  expect(new Set(numbers).size).toBe(production.length);
  for (const number of numbers) {
    expect(number).toBeGreaterThanOrEqual(64_512);
    expect(number).toBeLessThanOrEqual(65_534);
  }
});

it('acts at both ends of a link with the credentials of one account', () => {
  for (const link of links(facts)) {
    const files = linkRoot(link, facts);
    const provider = files.find(({ path }) => path.endsWith('/provider.tf.json'));
    expect(provider?.body).toMatchObject({
      provider: {
        aws: [
          { alias: 'hub', region: link.hub.region.id, allowed_account_ids: [link.hub.account] },
          { alias: 'spoke', region: link.spoke.region.id },
        ],
      },
    });
  }
});

it('links a region with the one that it writes to, also where neither is the hub', () => {
  const [one, other] = ['xx-west-1', 'xx-north-1'];
  const moved = exampleFleet(({ catalog }) => {
    catalog['xx-west-1'].database.writer = 'xx-north-1';
  });
  expect(Object.values(moved.foundations).map(({ hub }) => hub as string)).not.toContain(one);
  expect(Object.values(moved.foundations).map(({ hub }) => hub as string)).not.toContain(other);
  const ends = clusters(moved).filter(({ region }) => [one, other].includes(region.id));
  const own = links(moved).filter(({ spoke }) => spoke.region.id === one);
  expect(own.map(({ hub }) => hub.region.id)).toEqual([other]);
  for (const cluster of ends) {
    const carried = links(moved).flatMap(({ hub, spoke }) => {
      if (cluster.id === hub.id) return reachableBlocks(spoke, hub, moved);
      return cluster.id === spoke.id ? reachableBlocks(hub, spoke, moved) : [];
    });
    expect(routesOf(cluster, moved).map(({ cidr }) => cidr)).toEqual(carried);
  }
});
