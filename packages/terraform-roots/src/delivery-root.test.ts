import { delivery, fleet, registryRegions, services } from '@bizflow/config';
import { expect, it } from 'vitest';
import { deliveryRoot } from './delivery-root.ts';

const facts = fleet({
  apiVersion: 'images.bizflow.app/v1',
  images: { production: {}, staging: {} },
});
const files = registryRegions(facts).flatMap((region) => deliveryRoot(region, facts));
const calls = files.flatMap(({ path, body }) =>
  Object.entries((body.module ?? {}) as Record<string, Record<string, unknown>>).map(
    ([name, inputs]) => ({ path, name, inputs }),
  ),
);

it('puts a registry into every region that a cluster pulls in, and one pipeline', () => {
  expect(calls.map(({ name }) => name).toSorted()).toEqual([
    'delivery',
    ...registryRegions(facts)
      .slice(1)
      .map(() => 'registry'),
  ]);
  expect(calls.find(({ name }) => name === 'delivery')?.path).toContain(`/${delivery.region}/`);
});

it('replicates to exactly the regions that have a registry of their own', () => {
  const pipeline = calls.find(({ name }) => name === 'delivery');
  const own = calls
    .filter(({ name }) => name === 'registry')
    .map(({ path }) => path.split('/').at(-2));
  expect(pipeline?.inputs.replica_regions).toEqual(own);
});

it('builds every service of the fleet, and each registry has its repository', () => {
  for (const { name } of services) {
    expect(calls.find((call) => call.name === 'delivery')?.inputs.services).toHaveProperty(name);
    for (const { inputs } of calls.filter((call) => call.name === 'registry')) {
      expect(inputs.repositories).toContain(`bizflow/${name}`);
    }
  }
});

it('keeps each state in the delivery account, in its own region', () => {
  const account = facts.minted.accounts.delivery.value;
  const backends = files.filter(({ path }) => path.endsWith('/terraform.tf.json'));
  expect(backends).toHaveLength(registryRegions(facts).length);
  for (const { path, body } of backends) {
    const region = path.split('/').at(-2);
    expect(body).toHaveProperty('terraform.backend.s3.region', region);
    expect(body).toHaveProperty(
      'terraform.backend.s3.bucket',
      `bizflow-terraform-${region}-${account}`,
    );
  }
});

it('holds no token, only the names under which a person puts them in', () => {
  const text = JSON.stringify(files);
  expect(text).not.toContain('secret_string');
  for (const name of Object.values(delivery.secrets)) expect(text).toContain(name);
});
