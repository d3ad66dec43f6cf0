import { nth, plain, usual } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { type Cluster, clusters } from './clusters.ts';

const cluster = (id: string): Cluster =>
  nth(
    clusters(plain(usual)).filter((candidate) => candidate.id === id),
    0,
  );

const documented = [
  'production/ap-south-1',
  'production/ap-southeast-1',
  'production/me-south-1',
  'production/eu-west-2',
  'staging/ap-south-1',
];

it('has the clusters of the document, in its order: four in production and one in staging', () => {
  expect(
    clusters(plain(usual))
      .map(({ id }) => id)
      .filter((id) => documented.includes(id)),
  ).toEqual(documented);
});

it('gives staging the network of the document, and production its own of the catalog', () => {
  const { catalog } = plain();
  expect(cluster('production/ap-south-1').network).toEqual(catalog['ap-south-1'].network);
  expect(cluster('staging/ap-south-1').network.vpc).toBe('10.101.0.0/16');
});

it('writes at home everywhere in the document but in Singapore, which writes to India', () => {
  for (const { id, network, writerNetwork } of documented.map(cluster)) {
    const singapore = id === 'production/ap-southeast-1';
    expect(writerNetwork).toEqual(singapore ? cluster('production/ap-south-1').network : network);
  }
});
