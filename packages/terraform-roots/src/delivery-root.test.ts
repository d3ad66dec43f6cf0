import { clusters, fleet, services } from '@bizflow/config';
import { delivery, registryRegions } from '@bizflow/config/delivery';
import { describe, expect, it } from 'vitest';
import { pipelineAccess } from './calls/pipeline-access.ts';
import { deliveryRoot } from './delivery-root.ts';

const facts = fleet(
  {
    apiVersion: 'images.bizflow.app/v1',
    images: { production: {}, staging: {} },
  },
  {},
);
const files = registryRegions(facts).flatMap((region) => deliveryRoot(region, facts));
const made = files.flatMap(({ path, body }) =>
  Object.entries((body.module ?? {}) as Record<string, Record<string, unknown>>).map(
    ([name, inputs]) => ({ path, name, inputs }),
  ),
);
const calls = made.filter(({ name }) => name !== 'account_budget');

it('puts a registry into every region that a cluster pulls in, and one pipeline', () => {
  expect(calls.map(({ name }) => name).toSorted()).toEqual([
    'delivery',
    ...registryRegions(facts)
      .slice(1)
      .map(() => 'registry'),
  ]);
  expect(calls.find(({ name }) => name === 'delivery')?.path).toContain(`/${delivery.region}/`);
});

it('has one budget for the account', () => {
  const budgets = made.filter(({ name }) => name === 'account_budget');
  expect(budgets.map(({ inputs }) => inputs.limit_usd)).toEqual([facts.cost.accountsUsd.delivery]);
});

it('replicates to exactly the regions that have their own registry', () => {
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
  const account = facts.assigned.accounts.delivery.value;
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

it('contains no token, only the names of the secrets that a person fills', () => {
  const text = JSON.stringify(files);
  expect(text).not.toContain('secret_string');
  for (const name of Object.values(delivery.secrets)) expect(text).toContain(name);
});

it('has a repository in every region for each image that is mirrored', () => {
  const mirrored = [`bizflow/${facts.tenancy.client.repository}`];
  for (const { name, inputs } of calls) {
    const key = name === 'delivery' ? 'mirrored_repositories' : 'repositories';
    expect(inputs[key]).toEqual(expect.arrayContaining(mirrored));
  }
});

describe('the way to the cluster that proves images', () => {
  const entered = clusters(facts)
    .map((cluster) => ({ cluster, call: pipelineAccess(cluster, facts)[0] }))
    .filter(({ call }) => call !== undefined);
  const pipeline = calls.find(({ name }) => name === 'delivery')?.inputs;

  it('leads into no cluster where a release waits for a person', () => {
    expect(entered.map(({ cluster }) => cluster.id)).toEqual(
      clusters(facts)
        .filter(({ environment }) => !environment.approval)
        .map(({ id }) => id),
    );
  });

  it('is asked for under the names by which it is opened', () => {
    for (const { cluster, call } of entered) {
      expect(pipeline?.staging_reader_role_arn).toBe(
        `arn:aws:iam::${cluster.account}:role/${cluster.name}-pipeline`,
      );
      expect(pipeline?.staging_external_id).toBe(call?.inputs.external_id);
      const addresses = files.flatMap(({ body }) =>
        Object.values(
          (body.data as { aws_subnet?: Record<string, { cidr_block: string }> } | undefined)
            ?.aws_subnet ?? {},
        ).map(({ cidr_block: cidr }) => cidr),
      );
      expect(addresses).toEqual(Object.keys(call?.inputs.subnets ?? {}));
    }
  });
});
