import { type Cluster, clusters, fleet, type ImageLock } from '@bizflow/config';
import { ApiObject, type ApiObjectProps, App, Chart } from 'cdk8s';
import { expect, it } from 'vitest';
import lock from '../../../images.lock.json' with { type: 'json' };
import { clusterFiles } from './files.ts';

const facts = fleet(lock as ImageLock);
const custom = clusters(facts)
  .flatMap((cluster: Cluster) => clusterFiles(cluster, facts))
  .filter(({ body }) => body.apiVersion.includes('.') && !body.apiVersion.includes('k8s.io'));

it("renders every custom resource as cdk8s's own ApiObject does", () => {
  expect(custom.length).toBeGreaterThan(50);
  for (const { body } of custom) {
    const own = new ApiObject(
      new Chart(new App(), 'chart'),
      'object',
      body as ApiObjectProps,
    ).toJson();
    expect(body).toEqual(own);
  }
});
