import { clusters, fleet } from '@bizflow/config';
import { contains } from '@bizflow/kernel';
import { describe, expect, it } from 'vitest';
import { type AclRule, networkAcls } from './network-acls.ts';

const facts = fleet(
  {
    apiVersion: 'images.bizflow.app/v1',
    images: { production: {}, staging: {} },
  },
  {},
);
const all = clusters(facts);

/** What AWS does: the first rule that matches decides, and no match refuses. */
const passes = (rules: readonly AclRule[], address: string, port: number): boolean =>
  rules.find(
    ({ protocol, cidr, from_port, to_port }) =>
      contains(cidr, `${address}/32`) &&
      (protocol === '-1' || (from_port <= port && port <= to_port)),
  )?.action === 'allow';

/** An address in a subnet: its tenth. */
const hostIn = (cidr: string | undefined): string => `${cidr}`.replace(/\d+\/\d+$/, '10');

describe.each(all.map((cluster) => [cluster.id, cluster] as const))('%s', (_, cluster) => {
  const acls = networkAcls(cluster, facts);
  const pod = hostIn(cluster.network.private[0]);
  const database = hostIn(cluster.network.database[1]);

  it('lets a pod reach its databases and receive their answer', () => {
    for (const port of [5432, 6379]) {
      expect(passes(acls.private.egress, database, port)).toBe(true);
      expect(passes(acls.database.ingress, pod, port)).toBe(true);
      expect(passes(acls.database.egress, pod, 40_000)).toBe(true);
      expect(passes(acls.private.ingress, database, 40_000)).toBe(true);
    }
  });

  it('lets clients in by HTTPS, to the load balancer and from it to a pod', () => {
    expect(passes(acls.public.ingress, '203.0.113.9', 443)).toBe(true);
    expect(passes(acls.public.egress, '203.0.113.9', 50_000)).toBe(true);
    expect(passes(acls.private.ingress, hostIn(cluster.network.public[2]), 3000)).toBe(true);
    expect(passes(acls.public.ingress, '203.0.113.9', 22)).toBe(false);
  });

  it('lets nothing from the Internet or the public subnets reach a database', () => {
    for (const stranger of ['203.0.113.9', hostIn(cluster.network.public[0])]) {
      expect(passes(acls.database.ingress, stranger, 5432)).toBe(false);
      expect(passes(acls.database.egress, stranger, 40_000)).toBe(false);
    }
  });

  it('lets another region reach only a database that takes its writes', () => {
    for (const other of all.filter(({ id }) => id !== cluster.id)) {
      const stranger = hostIn(other.network.private[0]);
      const writesHere = other.writerNetwork === cluster.network;
      expect(passes(acls.private.ingress, stranger, 3000)).toBe(false);
      expect(passes(acls.private.egress, stranger, 443)).toBe(false);
      expect(passes(acls.database.ingress, stranger, 5432)).toBe(writesHere);
      expect(passes(acls.database.egress, stranger, 40_000)).toBe(writesHere);
    }
  });

  it('lets a pod reach the database that takes its writes, in any region', () => {
    const writer = hostIn(cluster.writerNetwork.database[0]);
    expect(passes(acls.private.egress, writer, 5432)).toBe(true);
    expect(passes(acls.private.ingress, writer, 40_000)).toBe(true);
  });
});
