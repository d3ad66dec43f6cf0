import { clusters, fleet } from '@bizflow/config';
import { registryRegions } from '@bizflow/config/delivery';
import { expect, it } from 'vitest';
import { deliveryRoot } from './delivery-root.ts';
import { regionTags } from './settings.ts';

const facts = fleet(
  {
    apiVersion: 'images.bizflow.app/v1',
    images: { production: {}, staging: {} },
  },
  {},
);

it.each(clusters(facts))(
  'tags what is in $name, and says so where no law binds it',
  ({ environment, region }) => {
    const tags = regionTags(environment.name, { ...region, regulations: [] });
    expect(tags).toEqual({
      ...regionTags(environment.name, region),
      'bizflow:compliance': 'none',
    });
    expect(Object.values(tags)).not.toContain('');
  },
);

it.each(registryRegions(facts))('tags the registry of %s likewise', (id) => {
  const region = { ...facts.catalog[id], regulations: [] };
  const root = deliveryRoot(id, { ...facts, catalog: { ...facts.catalog, [id]: region } });
  const provider = root.find(({ path }) => path.endsWith('/provider.tf.json'));
  expect(provider?.body).toHaveProperty('provider.aws.default_tags.tags', {
    'bizflow:compliance': 'none',
    'bizflow:environment': 'delivery',
    'bizflow:region': id,
    'bizflow:service': 'platform',
  });
});
