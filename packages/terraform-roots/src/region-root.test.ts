import { clusters, fleet } from '@bizflow/config';
import { expect, it } from 'vitest';
import { regionRoot } from './region-root.ts';

const facts = fleet(
  {
    apiVersion: 'images.bizflow.app/v1',
    images: { production: {}, staging: {} },
  },
  {},
);
const roots = clusters(facts).map((cluster) => ({
  cluster,
  files: regionRoot(cluster, facts, { ruleJson: '[]', redactedHeaders: [] }),
}));

it('is where the document has it, and a new region beside the others', () => {
  const folders = roots.map(({ files }) => [...new Set(files.map(({ path }) => folderOf(path)))]);
  const drawn = roots.map(({ cluster: { environment, region } }) => [
    `terraform/environments/${environment.name === 'staging' ? 'staging' : `production/${region.id}`}`,
  ]);
  expect(folders).toEqual(drawn);
});

it('keeps each state in its own account and region', () => {
  const backends = roots.map(({ cluster, files }) => {
    const settings = files.find(({ path }) => path.endsWith('/terraform.tf.json'));
    expect(settings?.body).toHaveProperty('terraform.backend.s3.region', cluster.region.id);
    expect(settings?.body).toHaveProperty('terraform.backend.s3.use_lockfile', true);
    return JSON.stringify(settings?.body);
  });
  expect(new Set(backends).size).toBe(roots.length);
});

it('refuses the credentials of any other account, and tags everything with its place', () => {
  for (const { cluster, files } of roots) {
    const provider = files.find(({ path }) => path.endsWith('/provider.tf.json'));
    expect(provider?.body).toHaveProperty('provider.aws.allowed_account_ids', [cluster.account]);
    expect(provider?.body).toHaveProperty('provider.aws.default_tags.tags', {
      'bizflow:compliance': cluster.region.regulations.join(' ') || 'none',
      'bizflow:environment': cluster.environment.name,
      'bizflow:region': cluster.region.id,
      'bizflow:service': 'platform',
    });
  }
});

it('gives each module call its own file, named like the module', () => {
  for (const { files } of roots) {
    for (const { path, body } of files) {
      const calls = Object.keys((body.module ?? {}) as object);
      const name = path.slice(path.lastIndexOf('/') + 1, -'.tf.json'.length);
      expect(calls).toEqual(calls.length === 0 ? [] : [name.replaceAll('-', '_')]);
    }
  }
});

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
