import { exampleFleet, nth } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { clusters } from '../clusters/clusters.ts';
import { loadBalancerHost, roleArn } from '../names/index.ts';
import { renderedWith, valuesFingerprint } from './values-fingerprint.ts';

const all = clusters(exampleFleet());
const [first, second] = [nth(all, 0), nth(all, 1)];

const values = (cluster: typeof first) => ({
  name: cluster.name,
  region: cluster.region.id,
  role: roleArn(cluster, { name: 'karpenter' }),
  filters: [loadBalancerHost(cluster)],
});

it('is the same wherever the values only name another place', () => {
  expect(new Set(all.map((cluster) => valuesFingerprint(cluster, values(cluster)))).size).toBe(1);
});

it('is the same for the same values in another order', () => {
  expect(valuesFingerprint(first, { b: { d: 1, c: 2 }, a: 3 })).toBe(
    valuesFingerprint(first, { a: 3, b: { c: 2, d: 1 } }),
  );
});

it('changes with a value, and with the name of another place', () => {
  const found = [
    valuesFingerprint(first, values(first)),
    valuesFingerprint(first, { ...values(first), replicas: 2 }),
    valuesFingerprint(first, { ...values(first), name: second.name }),
  ];
  expect(new Set(found).size).toBe(found.length);
});

it('finds what was rendered with just these values', () => {
  const rendered = { values: valuesFingerprint(first, { a: 1 }), definitions: [], objects: [] };
  const source = { chart: 'a', repository: 'b', version: '1' };
  const chart = { ...source, appVersion: '1', digest: '', rendered: [rendered] };
  expect(renderedWith(chart, first, { a: 1 })).toBe(rendered);
  expect(renderedWith(chart, first, { a: 2 })).toBeUndefined();
  expect(renderedWith(undefined, first, { a: 1 })).toBeUndefined();
});
