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

it("is in the document's folders", () => {
  const folders = clusters(facts).flatMap((cluster) =>
    regionRoot(cluster, facts, { ruleJson: '[]', redactedHeaders: [] }).map(({ path }) =>
      path.slice(0, path.lastIndexOf('/')),
    ),
  );
  expect(folders).toEqual(
    expect.arrayContaining([
      'terraform/environments/production/ap-south-1',
      'terraform/environments/production/ap-southeast-1',
      'terraform/environments/production/me-south-1',
      'terraform/environments/production/eu-west-2',
      'terraform/environments/staging',
    ]),
  );
});
