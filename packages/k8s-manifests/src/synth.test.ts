import { type Cluster, clusters } from '@bizflow/config';
import { committed } from '@bizflow/config/testing';
import { ApiObject, type ApiObjectProps, App, Chart } from 'cdk8s';
import { expect, it } from 'vitest';
import { clusterFiles } from './files.ts';

const custom = clusters(committed)
  .flatMap((cluster: Cluster) => clusterFiles(cluster, committed))
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
