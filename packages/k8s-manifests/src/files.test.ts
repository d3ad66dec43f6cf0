import { clusters, type Fleet } from '@bizflow/config';
import { freeze } from '@bizflow/kernel';
import { expect, it } from 'vitest';
import { committed } from '../testing/rendered.ts';
import { clusterFiles } from './files.ts';
import { schemaRules } from './rules/schema-rules.ts';

const render = (fleet: Fleet) => clusters(fleet).flatMap((cluster) => clusterFiles(cluster, fleet));
const files = render(committed);

it('gives every object its own path, in the folder of its cluster', () => {
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  for (const { path, body } of files) {
    expect(path).toMatch(
      /^gitops\/(production|staging)\/[a-z0-9-]+\/(bootstrap|platform|services)\//,
    );
    expect(path.endsWith(`/${body.kind.toLowerCase()}-${body.metadata.name}.yaml`)).toBe(true);
  }
});

it('gives no two objects of a cluster one identity', () => {
  for (const cluster of clusters(committed)) {
    const identities = clusterFiles(cluster, committed).map(({ body }) =>
      [body.apiVersion, body.kind, body.metadata.namespace, body.metadata.name].join(' '),
    );
    expect(new Set(identities).size).toBe(identities.length);
  }
});

it('renders only what the published schemas allow', () => {
  expect(files.flatMap(({ path, body }) => schemaRules(body, path))).toEqual([]);
});

it('renders a frozen fleet without changing it', () => {
  const before = structuredClone(committed);
  const frozen = freeze(structuredClone(committed));
  expect(render(frozen)).toEqual(files);
  expect(render(committed)).toEqual(files);
  expect(committed).toEqual(before);
});

it('renders the same twice, in the same order', () => {
  expect(JSON.stringify(render(committed))).toBe(JSON.stringify(files));
});

it('renders plain data: what it writes is what it reads back', () => {
  expect(JSON.parse(JSON.stringify(files))).toEqual(files);
});

it('writes no empty map into metadata, which an API server would not store', () => {
  const empty = files.filter(({ body: { metadata } }) =>
    [metadata.annotations, metadata.labels].some((map) => map && Object.keys(map).length === 0),
  );
  expect(empty.map(({ path }) => path)).toEqual([]);
});

it('says on every object where it is', () => {
  for (const { path, body } of files) {
    const [, environment, region] = path.split('/');
    expect(body.metadata.labels).toMatchObject({
      'bizflow.io/environment': environment,
      'bizflow.io/region': region,
    });
  }
});

it('names in the folder of a region no other region', () => {
  const regions = Object.keys(committed.catalog);
  for (const { path, body } of files) {
    const [, , own = ''] = path.split('/');
    const foreign = regions.filter((id) => id !== own && JSON.stringify(body).includes(id));
    expect([path, foreign]).toEqual([path, []]);
  }
});

it('renders nothing for a service without a pinned image', () => {
  const { lock } = committed;
  const images = { ...lock.images, staging: {} };
  const staging = render({ ...committed, lock: { ...lock, images } });
  expect(staging.some(({ path }) => /^gitops\/staging\/[^/]+\/services\//.test(path))).toBe(false);
});

it('allows the secret store only the namespaces of services, and only its own region', () => {
  const stores = files.filter(({ body }) => body.kind === 'ClusterSecretStore');
  expect(stores).toHaveLength(clusters(committed).length);
  for (const { path, body } of stores) {
    expect(body).toHaveProperty('spec.provider.aws', {
      service: 'SecretsManager',
      region: path.split('/')[2],
    });
    expect(body).toHaveProperty('spec.conditions', [
      { namespaceSelector: { matchLabels: { 'bizflow.io/plane': 'workloads' } } },
    ]);
  }
  for (const { body } of files.filter(({ body: { kind } }) => kind === 'Namespace')) {
    const isService = body.metadata.name.startsWith('bizflow-');
    expect(body.metadata.labels?.['bizflow.io/plane'] === 'workloads').toBe(isService);
  }
});
